/** In the userscript, in the place of `wiki/cacheGadget.ts`: there is nothing to load. */
export { createCache as createLoadedCache } from '../wiki/cache.ts';
