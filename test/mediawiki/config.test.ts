import { describe } from 'vitest';
import { describeConfigForm } from '../journeys/configForm.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startRealWiki } from './realWiki.ts';

describe('the form on a real MediaWiki', () => {
	describeConfigForm(async () => prepareWiki(await startRealWiki()));
});
