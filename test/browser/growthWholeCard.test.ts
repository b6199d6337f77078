import { describe } from 'vitest';
import { describeWholeCard } from '../journeys/growthWholeCard.ts';
import { startDemoWiki } from '../support/demoWiki.ts';

describe('the card on the demo wiki', () => {
	describeWholeCard(startDemoWiki);
});
