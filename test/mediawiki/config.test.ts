import { describeConfigForm } from '../journeys/configForm.ts';
import { describeOnMediaWiki } from './underTest.ts';

describeOnMediaWiki('the form', describeConfigForm);
