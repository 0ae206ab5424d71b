import { mayAct } from "../../shared/people/policy.ts";
import type { Args, Kind, MutationName } from "../../shared/sync/catalog.ts";
import { type Context, type Definition, isRefusal } from "../../shared/sync/mutation.ts";
import { createRowCache, RowsMissing, type Want } from "../../shared/sync/rows.ts";
import { definition as definitionOf, mustKnow } from "../sync/definitions.ts";
import { type Reader, useLive } from "./live.ts";
import { useMemberId } from "./me.ts";

/** A mutation and as much of its arguments as says what it is about. */
export type Deed = { [N in MutationName]: readonly [name: N, args: Partial<Args<N>>] }[MutationName];

/**
 * Which deeds the policy lets this member do, in order; what a screen asks before it offers them. Answers are
 * undefined until read. A deed may still be refused by its rule, which has its own words.
 */
export function useMay(deeds: readonly Deed[]): readonly (boolean | undefined)[] {
  const who = useMemberId();
  const answers = useLive(
    async (read) => {
      mustKnow(deeds.map(([name]) => name));
      return who === "" ? [] : await Promise.all(deeds.map((deed) => may(read, who, deed)));
    },
    [who, JSON.stringify(deeds)],
  );
  return deeds.map((_, index) => answers?.[index]);
}

/** The same for one deed inside a query, which is run again once the deed's definition is loaded. */
export async function may(read: Reader, memberId: string, [name, args]: Deed): Promise<boolean> {
  mustKnow([name]);
  const definition = definitionOf(name);
  if (definition === undefined) return false;
  const at = new Date().toISOString();
  const cache = createRowCache();
  const context: Context = { rows: cache.rows, who: { memberId }, when: { at, receivedAt: at } };
  for (;;) {
    try {
      return judged(definition, args, context);
    } catch (error) {
      if (!(error instanceof RowsMissing)) throw error;
      for (const want of error.wants) cache.fill(want, await wanted(read, want));
    }
  }
}

function judged(definition: Definition, args: unknown, context: Context): boolean {
  const subject = definition.subject?.(args as never, context) ?? {};
  return !isRefusal(subject) && mayAct(definition.may, subject, context);
}

async function wanted(read: Reader, want: Want) {
  const rows =
    "id" in want
      ? [await read.get(want.kind, want.id)]
      : await read.list(want.kind as Kind, want.parentId === "" ? undefined : want.parentId);
  return rows.flatMap((row) => {
    if (row === undefined) return [];
    const { id, revision, ...body } = row;
    return [{ kind: want.kind, id, revision, body }];
  });
}
