import * as z from 'zod/mini';
import { isThreshold, thresholdsKey } from './thresholds.ts';

const thresholdSchema = z.number().check(z.refine(isThreshold));

export const thresholdsSchema = /* @__PURE__ */ z.object({
	enabled: z.boolean(),
	minEditcount: thresholdSchema,
	minTenureInDays: thresholdSchema,
});

/** `MediaWiki:Gadget-mentorship.json`; other keys on the page are someone else's and are kept. */
export const thresholdsPageSchema = /* @__PURE__ */ z.looseObject({
	[thresholdsKey]: thresholdsSchema,
});
