import { describe } from 'vitest';
import { describeConfigForm } from '../journeys/configForm.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startRealWiki } from './realWiki.ts';
import { mediaWiki } from './underTest.ts';

describe(`the form on ${mediaWiki}`, () => {
	describeConfigForm(async () => prepareWiki(await startRealWiki()));
});
