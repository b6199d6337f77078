import { describeGrowthJourneys } from '../journeys/growth.ts';
import { describeOnDemo } from '../support/openDemo.ts';

describeOnDemo('journeys', describeGrowthJourneys);
