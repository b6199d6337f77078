import { describeGrowthPromises } from '../journeys/growthPromises.ts';
import { describeWithGrowth } from './underTest.ts';

describeWithGrowth('promises', describeGrowthPromises);
