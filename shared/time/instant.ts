/** The ISO instant of milliseconds since 1970. */
export function iso(at: number): string {
  return new Date(at).toISOString();
}

/** The ISO instant it is, or the one `later` milliseconds from now. */
export function isoNow(clock: { now(): number }, later = 0): string {
  return iso(clock.now() + later);
}
