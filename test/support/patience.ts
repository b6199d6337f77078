/** How long, and how often, a test looks whether something has become true; in milliseconds. */
export const patience = { timeout: 15_000, interval: 100 };
