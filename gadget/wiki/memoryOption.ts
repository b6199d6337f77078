import { type Memory, memoryOption, readMemory } from '../domain/memory.ts';
import { ApiError, type WikiApi } from './api.ts';
import { noteSavedMemory } from './ownMemory.ts';
import { valueAt } from './valueAt.ts';

/** Asks `action=query` for the person's options beside what else is asked. */
export const freshOptionsParameters = { meta: 'userinfo', uiprop: 'options' };

export interface OptionsAnswer {
	readonly query?: { readonly userinfo?: { readonly options?: Readonly<Record<string, unknown>> } };
}

/**
 * The person's options of an answer.
 *
 * @throws {@link ApiError} `server` where it has none: they are never empty, so it cannot be read.
 */
export function optionsIn(answer: OptionsAnswer): Readonly<Record<string, unknown>> {
	const options = valueAt(answer, 'query', 'userinfo', 'options');
	if (options !== Object(options)) {
		throw new ApiError('server');
	}
	return options as Readonly<Record<string, unknown>>;
}

/**
 * The memory as the wiki has it now: another tab or device may have changed it since the page was
 * made.
 *
 * @throws {@link ApiError} `newer-gadget` where a newer version wrote it: it is left alone; and as
 * {@link optionsIn} does.
 */
export function readFreshMemory(answer: OptionsAnswer): Memory {
	const memory = readMemory(optionsIn(answer)[memoryOption]);
	if (!memory) {
		throw new ApiError('newer-gadget');
	}
	return memory;
}

interface SaveAnswer {
	readonly warnings?: ReadonlyArray<{ readonly module?: string; readonly text?: string }>;
}

/**
 * Saves the memory in the person's own option, on the wiki and for the rest of this page view.
 *
 * @throws {@link ApiError} `option-full`: MediaWiki answers "success" and warns where it did not
 * save a value that is too long.
 */
export async function saveMemory(api: WikiApi, memory: Memory): Promise<void> {
	const text = JSON.stringify(memory);
	const answer = await api.post<SaveAnswer>({
		action: 'options',
		optionname: memoryOption,
		optionvalue: text,
	});
	if ((answer.warnings || []).some(({ module }) => module === 'options')) {
		throw new ApiError('option-full');
	}
	noteSavedMemory(text);
}
