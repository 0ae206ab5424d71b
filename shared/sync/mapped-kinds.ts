import type { Kind } from "./catalog.ts";

/** What a past day is brought in unless other kinds are named: all that an alignment map is drawn from. */
export const mappedKinds: readonly Kind[] = [
  "workspace",
  "member",
  "squad",
  "metric",
  "north-star",
  "cycle",
  "objective",
  "key-result",
  "check-in",
];
