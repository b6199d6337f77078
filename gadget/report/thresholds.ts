import * as z from 'zod/mini';
import {
	defaultThresholds,
	extensionPageTitle,
	gadgetPageTitle,
	type Thresholds,
	thresholdsThatCount,
} from '../domain/thresholds.ts';
import type { ScanApi } from '../scan/mentees.ts';
import { parseJson } from '../terminal/json.ts';
import { ApiError } from '../wiki/api.ts';
import { contentParameters } from '../wiki/pageContent.ts';

export interface UsedThresholds extends Thresholds {
	/** The page they are from; `null`: none has any that can be read, these are the defaults. */
	readonly page: string | null;
}

const answer = z.object({
	query: z.object({
		general: z.object({ generator: z.string() }),
		extensions: z.optional(z.array(z.object({ name: z.optional(z.string()) }))),
		pages: z.array(
			z.object({
				title: z.string(),
				revisions: z.optional(
					z.array(z.object({ slots: z.object({ main: z.object({ content: z.string() }) }) })),
				),
			}),
		),
		normalized: z.optional(z.array(z.object({ from: z.string(), to: z.string() }))),
	}),
});

/** Whose thresholds count on a wiki, and which those are. @throws ApiError */
export async function readUsedThresholds(
	client: ScanApi,
	signal: AbortSignal,
): Promise<UsedThresholds> {
	const parameters = {
		...{ action: 'query', meta: 'siteinfo', siprop: 'general|extensions' },
		...{ ...contentParameters, titles: `${gadgetPageTitle}|${extensionPageTitle}` },
	};
	const { success, data } = answer.safeParse(await client.get(parameters, signal));
	if (!success) {
		throw new ApiError('no-api', 'It does not answer as MediaWiki does');
	}
	return findThresholds(data.query);
}

function findThresholds({
	general,
	extensions,
	pages,
	normalized,
}: z.infer<typeof answer>['query']): UsedThresholds {
	const read = (title: string): unknown => {
		// A wiki may call the namespace in its own language.
		const local = normalized?.find(({ from }) => from === title)?.to ?? title;
		const text = pages.find((page) => page.title === local)?.revisions?.[0]?.slots.main.content;
		// A page that cannot be read is not a page that is missing.
		return text === undefined ? undefined : (parseJson(text) ?? null);
	};
	const { owner, thresholds } = thresholdsThatCount(
		{
			version: general.generator,
			hasExtension: (extensions ?? []).some(({ name }) => name === 'GrowthExperiments'),
		},
		read(gadgetPageTitle),
		read(extensionPageTitle),
	);
	return thresholds === null
		? { ...defaultThresholds, page: null }
		: { ...thresholds, page: owner === 'gadget' ? gadgetPageTitle : extensionPageTitle };
}
