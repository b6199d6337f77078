import { describeConfigAccess } from '../journeys/configAccess.ts';
import { describeConfigForm } from '../journeys/configForm.ts';
import { describeOnDemo } from '../support/openDemo.ts';

// Each version has a Codex of its own.
for (const version of ['1.43', '1.45'] as const) {
	describeOnDemo('the form', describeConfigForm, { version });
	describeOnDemo('the form for everybody', describeConfigAccess, { version });
}
