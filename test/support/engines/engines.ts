import { chromium } from './chromium.ts';
import type { Engine } from './engine.ts';
import { firefox } from './firefox.ts';
import { webkit } from './webkit.ts';

/** Every engine that people's browsers have. */
export const engines: readonly Engine[] = [chromium, firefox, webkit];
