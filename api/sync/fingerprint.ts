import { createHash } from "node:crypto";

/** Tells whether a mutation sent again is the same one: name, arguments and actor, whatever the order of keys. */
export function fingerprint(name: string, args: unknown, actorId: string): string {
  return createHash("sha256")
    .update(JSON.stringify([name, actorId, sorted(args)]))
    .digest("base64url");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
