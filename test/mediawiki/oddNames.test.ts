import { describeOddNamesOnGrowth, describeOddNamesOnPlain } from '../journeys/oddNames.ts';
import { describeOnMediaWiki, describeWithGrowth } from './underTest.ts';

describeOnMediaWiki('odd names', describeOddNamesOnPlain);
describeWithGrowth('odd names', describeOddNamesOnGrowth);
