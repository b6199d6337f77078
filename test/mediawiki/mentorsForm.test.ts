import { describe } from 'vitest';
import { describeMentorsForm } from '../journeys/mentorsForm.ts';
import { prepareWiki } from '../journeys/preparedWiki.ts';
import { startRealWiki } from './realWiki.ts';
import { mediaWiki } from './underTest.ts';

describe(`the mentors on ${mediaWiki}`, () => {
	describeMentorsForm(async () => prepareWiki(await startRealWiki()));
});
