import * as z from 'zod/mini';

export { thresholdsPageSchema, thresholdsSchema } from './thresholdsSchema.ts';

/*
 * The documents in zod, for whoever parses what an administrator or a server sent and has to say
 * what is wrong with it. On the visitor's path guards of a few lines read the same documents.
 */

const rememberedMentorSchema = z.object({
	name: z.string().check(z.minLength(1)),
	id: z.optional(z.int().check(z.gt(0))),
});

/** The option `userjs-mentorship`, as this version writes it. */
export const memorySchema = z.object({
	version: z.literal(1),
	state: z.optional(z.literal('optedOut')),
	mentor: z.optional(rememberedMentorSchema),
	unstoredAt: z.optional(z.string().check(z.minLength(1))),
	graduatedAt: z.optional(z.string().check(z.minLength(1))),
	askedAt: z.optional(z.string().check(z.minLength(1))),
	pending: z.optional(z.enum(['graduation', 'sameMentor', 'differentMentor'])),
});
