import { describe } from 'vitest';
import { describeConfigForm } from '../journeys/configForm.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startDemoWiki } from '../support/demoWiki.ts';

describe('the form on the demo wiki', () => {
	describeConfigForm(async () => prepareWiki(await startDemoWiki()));
});
