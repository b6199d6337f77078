import * as z from 'zod';
import type { PoliteClient } from '../terminal/politeClient.ts';
import { ApiError } from '../wiki/api.ts';
import { parseAnswer, readToken, type WikiPage } from './wiki.ts';

/** Changes a wiki's pages in the name of the person who is logged in. */
export type Editor = ReturnType<typeof createEditor>;

type Parameters = Readonly<Record<string, string>>;

const editAnswer = z.object({
	edit: z.object({
		result: z.string(),
		/** Why an extension refuses, as the captcha does. */
		info: z.string().optional(),
		code: z.string().optional(),
		nochange: z.boolean().optional(),
		oldrevid: z.number().optional(),
		newrevid: z.number().optional(),
	}),
});

/**
 * Each request can throw {@link ApiError}.
 *
 * @param isBot Edits are marked as a bot's.
 * @param note Says what a filter warned of.
 */
export function createEditor(client: PoliteClient, isBot: boolean, note: (line: string) => void) {
	let csrf: Promise<string> | null = null;

	/** Sends a change; a stale token is renewed once. */
	async function change(parameters: Parameters): Promise<unknown> {
		csrf ??= readToken(client, 'csrf');
		const common = { watchlist: 'nochange', assert: 'user' };
		const send = async () => client.post({ ...common, ...parameters, token: (await csrf) ?? '' });
		try {
			return await send();
		} catch (error) {
			if (!(error instanceof ApiError && error.code === 'badtoken')) {
				throw error;
			}
			csrf = readToken(client, 'csrf');
			return send();
		}
	}

	async function edit(parameters: Parameters) {
		const bot: Parameters = isBot ? { bot: '1' } : {};
		const answer = await change({ action: 'edit', ...bot, ...parameters });
		const { result, code, info, ...saved } = parseAnswer(editAnswer, answer).edit;
		if (result !== 'Success') {
			throw new ApiError(code ?? 'edit-refused', info ?? result);
		}
		return saved;
	}

	/** A filter that only warns lets the same change pass the second time, in the same session. */
	async function pastWarning<Result>(title: string, send: () => Promise<Result>): Promise<Result> {
		try {
			return await send();
		} catch (error) {
			if (!(error instanceof ApiError && /-warning$/.test(error.code))) {
				throw error;
			}
			note(`A filter of the wiki warns about ${title}, which is sent again: ${error.text}`);
			return send();
		}
	}

	return {
		/** Saves a page if it is still as it was read. @returns The revision that it has now. */
		async save(before: WikiPage, text: string, summary: string): Promise<number> {
			const { title, revision } = before;
			const base: Parameters =
				before.text === null ? { createonly: '1' } : { nocreate: '1', baserevid: String(revision) };
			const saved = await pastWarning(title, () => edit({ title, text, summary, ...base }));
			// MediaWiki lets a person overwrite what they have changed elsewhere in the meantime.
			if (!saved.nochange && before.text !== null && saved.oldrevid !== revision) {
				const overwritten = `Revision ${saved.oldrevid} of ${title} was overwritten.`;
				throw new ApiError('editconflict', overwritten);
			}
			return saved.newrevid ?? revision;
		},

		async delete(title: string, reason: string): Promise<void> {
			await pastWarning(title, () => change({ action: 'delete', title, reason }));
		},
	};
}
