import { startDemoWiki } from '../support/demoWiki.ts';
import { describeContract } from './exchanges.ts';

describeContract(() => startDemoWiki());
