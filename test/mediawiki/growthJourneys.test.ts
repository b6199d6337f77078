import { describeGrowthJourneys } from '../journeys/growth.ts';
import { describeWithGrowth } from './underTest.ts';

describeWithGrowth('journeys', describeGrowthJourneys);
