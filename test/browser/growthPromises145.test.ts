import { describeGrowthPromises } from '../journeys/growthPromises.ts';
import { describeOnDemo } from '../support/openDemo.ts';

describeOnDemo('promises', describeGrowthPromises, { version: '1.45', isGrowthOnly: true });
