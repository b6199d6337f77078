import { describeGrowthFaults } from '../journeys/growthFaults.ts';
import { describeWithGrowth } from './underTest.ts';

describeWithGrowth('faults', describeGrowthFaults);
