import { iso } from "../../shared/time/instant.ts";

const first = 30_000;
const longest = 3_600_000;

/**
 * When a message that did not get through is tried again (ISO): twice as late each time, up to an hour, with full
 * jitter, and never before the push service asked for (`retryAfter`, seconds). Undefined when its life ends before.
 */
export function nextTry(
  { now, attempts, expiresAt }: { now: number; attempts: number; expiresAt: string },
  retryAfter: number | undefined,
  random: () => number,
): string | undefined {
  const backoff = Math.min(longest, first * 2 ** Math.min(attempts, 20));
  const asked = (retryAfter ?? 0) * 1000;
  const at = now + Math.max(1000, asked) + random() * backoff;
  return at < Date.parse(expiresAt) ? iso(at) : undefined;
}
