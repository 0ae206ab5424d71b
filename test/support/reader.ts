import type { Kind } from "../../shared/sync/catalog.ts";
import { cycleOf, parentOf } from "../../shared/sync/kinds.ts";
import type { Reader } from "../../web/store/live.ts";
import { learn, Unlearnt } from "../../web/sync/definitions.ts";
import type { Rules } from "./rules.ts";

/** Rows of a test as a screen reads them. */
export function readerOf(rules: Rules): Reader {
  return {
    get: async (kind, id) => rules.find(kind, id),
    list: async (kind, parentId = "") => rules.all(kind).filter((one) => parentOf(kind, one) === parentId),
    inCycle: async <K extends Kind>(kind: K, cycleId: string) =>
      rules.all(kind).filter((one) => cycleOf(kind, one) === cycleId),
  } as Reader;
}

/** Runs a screen's query as the store would: again, once the definitions it asks for are loaded. */
export async function ask<T>(query: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await query();
    } catch (error) {
      if (!(error instanceof Unlearnt)) throw error;
      await learn(error.names);
    }
  }
}
