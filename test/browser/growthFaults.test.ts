import { describeGrowthFaults } from '../journeys/growthFaults.ts';
import { describeOnDemo } from '../support/openDemo.ts';

describeOnDemo('faults', describeGrowthFaults);
