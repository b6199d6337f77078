import { describeMentorsForm } from '../journeys/mentorsForm.ts';
import { describeOnMediaWiki } from './underTest.ts';

describeOnMediaWiki('the mentors', (prepare) => describeMentorsForm(prepare));
