import type { WikiFacts } from '../domain/thresholds.ts';
import { lookAtGrowth } from './growth/place.ts';
import type { Sight } from './host.ts';
import { lookAtPlain } from './plain/place.ts';

/** What the page shows of the host that mentorship lives in on this wiki. */
export function look({ hasExtension }: WikiFacts): Sight {
	return hasExtension ? lookAtGrowth() : lookAtPlain();
}
