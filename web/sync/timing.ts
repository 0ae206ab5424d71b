/** Longer than this no request is waited for, and no lock is held. */
export const roundTimeout = 30_000;
export const longestRetryAfter = 15 * 60_000;
