/*
 * The hidden gadget "mentorship-texts": texts in the person's language, for the form, whose own
 * gadget has no byte to spare. The cards have it built in.
 */
export { text } from '../wiki/messages.ts';
export { bringTexts } from '../wiki/texts.ts';
