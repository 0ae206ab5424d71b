const tolerated = 5 * 60_000;

/** Whether a clock is so far from the server's that a check-in may count for the wrong day. */
export function isClockWrong(skewMs = 0): boolean {
  return Math.abs(skewMs) >= tolerated;
}
