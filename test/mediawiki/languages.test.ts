import { describeLanguages } from '../journeys/languages.ts';
import { describeOnMediaWiki } from './underTest.ts';

describeOnMediaWiki('languages', describeLanguages);
