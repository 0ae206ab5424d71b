/**
 * What went wrong, as far as a caller must know. `constraint`: a guard of the schema refused the batch and nothing of
 * it remains. `unavailable`: locked, unreachable or full for now, so try later; a write that ended so may or may not
 * have been stored. `full`: the disk is. `broken`: a fault in our own SQL or a damaged file.
 */
export type DatabaseCode = "constraint" | "unavailable" | "full" | "broken";

export class DatabaseError extends Error {
  readonly code: DatabaseCode;
  /** True when the driver says that nothing ran, so that even a write may be tried again. */
  readonly untouched: boolean;
  constructor(code: DatabaseCode, message: string, options: { cause?: unknown; untouched?: boolean } = {}) {
    super(message, { cause: options.cause });
    this.name = "DatabaseError";
    this.code = code;
    this.untouched = options.untouched ?? false;
  }
}

/** A server says SQLITE_UNKNOWN for most faults in a statement, where a file says SQLITE_ERROR. */
const bugs = new Set(
  ["ERROR", "UNKNOWN", "MISMATCH", "MISUSE", "RANGE", "TOOBIG"].map((name) => `SQLITE_${name}`),
);
/** The server was never reached, so nothing ran. */
const unreached = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

/** The driver's error in our words, decided by its code alone: messages differ between file and server. */
export function toDatabaseError(error: unknown, onFile: boolean): DatabaseError {
  const code = codeOf(error);
  const say = (ours: DatabaseCode, untouched = false) =>
    new DatabaseError(ours, `database ${ours} (${code})`, { cause: error, untouched });
  if (code.startsWith("SQLITE_CONSTRAINT")) return say("constraint");
  if (code === "SQLITE_BUSY" || code === "SQLITE_LOCKED") return say("unavailable", true);
  if (code === "SQLITE_FULL") return say("full");
  if (bugs.has(code) || code.startsWith("SQL_")) return say("broken");
  if (onFile && code === "none") return say("broken");
  const deeper = error instanceof Error ? codeOf(error.cause) : "none";
  return say("unavailable", unreached.has(code) || unreached.has(deeper));
}

function codeOf(error: unknown): string {
  if (error === null || typeof error !== "object" || !("code" in error)) return "none";
  return typeof error.code === "string" ? error.code : "none";
}
