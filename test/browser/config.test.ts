import { describe } from 'vitest';
import { describeConfigForm } from '../journeys/configForm.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startDemoWiki } from '../support/demoWiki.ts';

// Each version has a Codex of its own.
describe.each(['1.43', '1.45'] as const)('the form on the demo wiki as %s', (version) => {
	describeConfigForm(async () => prepareWiki(await startDemoWiki({ version })));
});
