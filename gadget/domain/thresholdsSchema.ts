import * as z from 'zod/mini';
import { isThreshold, thresholdsKey } from './thresholds.ts';

const thresholdSchema = z.number().check(z.refine(isThreshold));

/** Each setting by itself, for the form: it says of each what is wrong, and the rest is 1 KB more. */
export const settingSchemas = {
	enabled: z.boolean(),
	minEditcount: thresholdSchema,
	minTenureInDays: thresholdSchema,
};

export const thresholdsSchema = /* @__PURE__ */ z.object(settingSchemas);

/** `MediaWiki:Gadget-mentorship.json`; other keys on the page are somebody else's and are kept. */
export const thresholdsPageSchema = /* @__PURE__ */ z.looseObject({
	[thresholdsKey]: thresholdsSchema,
});
