import { bets } from "./bets.ts";
import { type ImportKindName, importKindNames } from "./fields.ts";
import { keyResults } from "./key-results.ts";
import { metrics } from "./metrics.ts";
import type { ImportKind } from "./plan.ts";
import { readings } from "./readings.ts";

/** Everything that can be imported, each one file of mapping to mutations. */
export const importKinds: Readonly<Record<ImportKindName, ImportKind>> = {
  readings,
  bets,
  "key-results": keyResults,
  metrics,
};

export function isImportKind(name: string): name is ImportKindName {
  return (importKindNames as readonly string[]).includes(name);
}
