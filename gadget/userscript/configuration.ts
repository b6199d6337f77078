import { gadgetPageTitle } from '../domain/thresholds.ts';
import type { WikiApi } from '../wiki/api.ts';
import { keep, readKept } from '../wiki/kept.ts';
import { log } from '../wiki/page.ts';
import { type AnsweredPage, contentOf, contentParameters } from '../wiki/pageContent.ts';

const keptName = 'gadget-page';
/** In milliseconds: a week, after which the first visit waits for the wiki again. */
const span = 7 * 86_400_000;

let page: unknown;

/** In the userscript, in the place of `wiki/configuration.ts`: what {@link bringConfiguration} found. */
export function readGadgetPage(): unknown {
	return page;
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
			page = parse(await asking);
		} catch (error) {
			log(error);
		}
	} else {
		asking.catch(log);
		page = parse(kept);
	}
}

/** @returns `''` where there is no such page. */
async function fetchPage(api: WikiApi): Promise<string> {
	const answer = await api.get<{ readonly query?: { readonly pages?: readonly AnsweredPage[] } }>({
		action: 'query',
		...contentParameters,
		titles: gadgetPageTitle,
	});
	return contentOf(answer.query?.pages?.[0]) ?? '';
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text || 'null');
	} catch (error) {
		log(error);
		return null;
	}
}
