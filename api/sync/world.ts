/** What sync may not reach for itself: the clock, chance and the log. Built in `api/main.ts`, and by a simulation. */
export interface World {
  /** Milliseconds since 1970. */
  now(): number;
  /** Fresh random bytes from a source nobody can foretell. */
  bytes(count: number): Uint8Array;
  /** Structured, never with arguments or bodies. */
  log(event: string, fields: Record<string, unknown>): void;
}
