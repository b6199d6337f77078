import * as z from 'zod/mini';
import { isThreshold, thresholdsKey } from '../../gadget/domain/thresholds.ts';

/* The gadget's documents in zod, which on a wiki page would cost 6 KB: its guards are held against these. */

const text = z.string().check(z.minLength(1));
const threshold = z.number().check(z.refine(isThreshold));

export const thresholdsSchema = z.object({
	enabled: z.boolean(),
	minEditcount: threshold,
	minTenureInDays: threshold,
});

/** `MediaWiki:Gadget-mentorship.json`. */
export const thresholdsPageSchema = z.looseObject({ [thresholdsKey]: thresholdsSchema });

/** The option `userjs-mentorship`, as this version writes it. */
export const memorySchema = z.object({
	version: z.literal(1),
	state: z.optional(z.literal('optedOut')),
	mentor: z.optional(z.object({ name: text, id: z.optional(z.int().check(z.gt(0))) })),
	unstoredAt: z.optional(text),
	graduatedAt: z.optional(text),
	askedAt: z.optional(text),
	pending: z.optional(z.enum(['graduation', 'sameMentor', 'differentMentor'])),
});
