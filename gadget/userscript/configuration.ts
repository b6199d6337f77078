import { type Thresholds, thresholdsKey } from '../domain/thresholds.ts';
import { thresholdsPageSchema } from '../domain/thresholdsSchema.ts';
import type { WikiApi } from '../wiki/api.ts';
import { keep, readKept } from '../wiki/kept.ts';
import { log } from '../wiki/page.ts';
import { type AnsweredPage, contentOf, contentParameters } from '../wiki/pageContent.ts';

const title = 'MediaWiki:Gadget-mentorship.json';
const keptName = 'thresholds';
/** In milliseconds: a week, after which the first visit waits for the wiki again. */
const span = 7 * 86_400_000;

let thresholds: Thresholds | null = null;

/** In the userscript, in the place of `wiki/configuration.ts`: what {@link bringConfiguration} found. */
export function readConfiguration(): Thresholds | null {
	return thresholds;
}

/**
 * Brings the community's thresholds: at once as this browser had them last, and renewed behind what
 * is drawn; otherwise with one request.
 */
export async function bringConfiguration(api: WikiApi): Promise<void> {
	const kept = readKept(keptName, span);
	const asking = fetchPage(api).then((text) => {
		keep(keptName, text, span);
		return text;
	});
	if (typeof kept !== 'string') {
		try {
			thresholds = parse(await asking);
		} catch (error) {
			log(error);
		}
	} else {
		asking.catch(log);
		thresholds = parse(kept);
	}
}

/** @returns `''` where there is no such page. */
async function fetchPage(api: WikiApi): Promise<string> {
	const answer = await api.get<{ readonly query?: { readonly pages?: readonly AnsweredPage[] } }>({
		action: 'query',
		...contentParameters,
		titles: title,
	});
	return contentOf(answer.query?.pages?.[0]) ?? '';
}

function parse(text: string): Thresholds | null {
	try {
		const page = thresholdsPageSchema.safeParse(JSON.parse(text || 'null'));
		return page.success ? page.data[thresholdsKey] : null;
	} catch (error) {
		log(error);
		return null;
	}
}
