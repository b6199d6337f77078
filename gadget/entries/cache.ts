/*
 * The hidden gadget "mentorship-cache": IndexedDB, for whoever has a mentor to look up. Somebody who
 * is opted out does not load it.
 */
export { createCache } from '../wiki/cache.ts';
