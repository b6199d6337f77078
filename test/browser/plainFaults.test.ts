import { describe } from 'vitest';
import { describePlainFaults } from '../journeys/plainFaults.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startDemoWiki } from '../support/demoWiki.ts';

describe('on the demo wiki', () => {
	describePlainFaults(async () => prepareWiki(await startDemoWiki()), ['tries again', 'leaves']);
});
