import type { WikiApi } from '../wiki/api.ts';
import { layTexts, type Texts } from '../wiki/messages.ts';

/** In the userscript, in the place of `wiki/texts.ts`: the texts are here already. */
export async function bringTexts(_api: WikiApi, _pages: string, texts: Texts): Promise<void> {
	layTexts(texts);
}
