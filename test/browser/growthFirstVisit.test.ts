import { describe } from 'vitest';
import { describeFirstVisit } from '../journeys/growthFirstVisit.ts';
import { startDemoWiki } from '../support/demoWiki.ts';

describe('the first visit on the demo wiki', () => {
	describeFirstVisit(startDemoWiki);
});
