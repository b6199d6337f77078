import { describeConfigAccess } from '../journeys/configAccess.ts';
import { describeConfigForm } from '../journeys/configForm.ts';
import { describeOnMediaWiki } from './underTest.ts';

describeOnMediaWiki('the form', describeConfigForm);
describeOnMediaWiki('the form for everybody', describeConfigAccess);
