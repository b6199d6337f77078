import english from '../../../gadget/i18n/en.json';
import type { Fault } from '../../../server-mock/faults.ts';

/**
 * What is true of each fault, and what can be done about it; `null`: the person needs not know. What only
 * answers parameters that the gadget does not send is told in the wiki's own words.
 */
export const sentences: Readonly<Record<Fault, string | null>> = {
	delay: null,
	hang: english['failure-timeout'],
	'hang-after': english['failure-timeout'],
	'cut-before': english['failure-offline'],
	'cut-after': english['failure-offline'],
	'500': english['failure-server'],
	'500-retry': english['failure-server'],
	'502': english['failure-server'],
	'502-retry': english['failure-server'],
	'503': english['failure-server'],
	'503-retry': english['failure-server'],
	html: english['failure-server'],
	'half-json': english['failure-server'],
	badtoken: english['failure-badtoken'],
	assertuserfailed: 'The wiki did not allow this: Nothing was done: you are logged out.',
	readonly: english['failure-readonly'],
	ratelimited: english['failure-ratelimited'],
	maxlag: 'The wiki did not allow this: The database is 7 seconds behind.',
	// On a card in our own words, on the form in the wiki's.
	blocked: 'You are blocked from editing',
	warning: null,
};
