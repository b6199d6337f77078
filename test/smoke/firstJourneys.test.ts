import { describeFirstJourneysOnDemo } from '../journeys/first/demo.ts';
import { chromium } from '../support/engines/chromium.ts';

await describeFirstJourneysOnDemo(chromium);
