import { describeContract } from '../contract/exchanges.ts';
import { startRealWiki } from './realWiki.ts';

describeContract(() => startRealWiki());
