import type { WikiFacts } from '../domain/thresholds.ts';
import { lookAtGrowth } from './growth/place.ts';
import type { Sight } from './host.ts';
import { lookAtPlain } from './plain/place.ts';

/** The hidden gadget of each host, `mentorship-NAME`: what the build makes of `mount.ts` in its folder. */
export const hostGadgets = [
	{
		name: 'card',
		folder: 'plain',
		modules: ['codex-styles'],
		/** The messages that it brings along, by key. */
		texts: /^(?!@|gadget-|form-|mentors-|preview-|userscript-)/,
	},
	{
		name: 'growth',
		folder: 'growth',
		modules: [],
		texts: /^(failure-|card-get-(same|different|busy)|card-mentor-assigned)/,
	},
];

/** What the page shows of the host that mentorship lives in on this wiki. */
export function look({ hasExtension }: WikiFacts): Sight {
	return hasExtension ? lookAtGrowth() : lookAtPlain();
}
