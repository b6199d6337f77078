/** What the hidden gadget `mentorship-texts` exports. */
export const { bringTexts, text }: typeof import('../entries/texts.ts') = mw.loader.require(
	'ext.gadget.mentorship-texts',
);
