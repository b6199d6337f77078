import { describeOddNamesOnGrowth } from '../journeys/oddNames.ts';
import { describeOnDemo } from '../support/openDemo.ts';

describeOnDemo('odd names on Special:Homepage', describeOddNamesOnGrowth);
