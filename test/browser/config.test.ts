import { describeConfigForm } from '../journeys/configForm.ts';
import { describeOnDemo } from '../support/openDemo.ts';

// Each version has a Codex of its own.
describeOnDemo('the form', describeConfigForm, { version: '1.43' });
describeOnDemo('the form', describeConfigForm, { version: '1.45' });
