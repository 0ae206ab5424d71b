import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";

type Revoked =
  | "device"
  | "token"
  | "member"
  | "passkey"
  | "api-token"
  | "connector"
  | "import"
  | "webhook"
  | "webhook-off"
  | "webhook-on"
  | "webhook-address"
  | "webhook-scope"
  | "report-ended"
  | "report-chosen"
  | "calendar"
  | "unsubscribed"
  | "subscribed";
export interface Revocation {
  at: string;
  revoked: Revoked;
  id: string;
}

/** What was taken back, in a file beside the database, so that a restored older database cannot give it again. */
export interface Revocations {
  /** Durable when it returns; written before the database is, since revoking once too often is harmless. */
  append(at: string, revoked: Revoked, ids: readonly string[]): void;
}

export function openRevocations(path: string): Revocations {
  return {
    append(at, revoked, ids) {
      if (ids.length === 0) return;
      // Each starts on a fresh line, in case a crash left the last one unfinished.
      const lines = ids
        .map((id) => `\n${JSON.stringify({ at, revoked, id } satisfies Revocation)}\n`)
        .join("");
      const file = openSync(path, "a", 0o600);
      try {
        writeSync(file, lines);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    },
  };
}

/** Ids of what was ended by one kind of line and not begun again by another since. */
export function stillEnded(
  lines: readonly Revocation[],
  ended: Revocation["revoked"],
  ...begun: Revocation["revoked"][]
): string[] {
  const kinds = [ended, ...begun];
  const last = new Map(
    lines.filter((one) => kinds.includes(one.revoked)).map((one) => [one.id, one.revoked]),
  );
  return [...last].flatMap(([id, revoked]) => (revoked === ended ? [id] : []));
}

/** Every line of the file, oldest first; a last line that a crash cut short is left out. */
export function readRevocations(path: string): Revocation[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  return text.split("\n").flatMap((line) => {
    try {
      return line === "" ? [] : [JSON.parse(line) as Revocation];
    } catch {
      return [];
    }
  });
}
