/** Every hook into the pages we enter. */

/** `plain` host: what an administrator puts into the wikitext of the newcomers' page. */
export const placeholderSelector = '.mentorship-module';
