import { describePlainFaults } from '../journeys/plainFaults.ts';
import { describeOnMediaWiki } from './underTest.ts';

describeOnMediaWiki('faults', describePlainFaults);
