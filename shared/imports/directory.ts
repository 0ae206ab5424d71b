import type { Kind } from "../sync/catalog.ts";
import type { RowOf } from "../sync/mutation.ts";
import { plainly } from "./fields.ts";
import type { Problems } from "./problem.ts";
import type { Understood } from "./understand.ts";

/** What rows of a file may point at: the workspace as it stands, nobody else's. */
export interface Directory {
  metric: readonly RowOf<"metric">[];
  member: readonly RowOf<"member">[];
  squad: readonly RowOf<"squad">[];
  /** Those that can still be planned. */
  cycle: readonly RowOf<"cycle">[];
  /** Of those cycles, without what was dropped. */
  objective: readonly RowOf<"objective">[];
  "key-result": readonly RowOf<"key-result">[];
  bet: readonly RowOf<"bet">[];
}
export type Listed = keyof Directory & Kind;

/** Finds the row a cell names; what cannot be found is a problem of that cell, and the answer undefined. */
export type Find = <K extends Listed>(kind: K, row: Understood, field: string) => RowOf<K> | undefined;

const said: Record<Listed, string> = {
  metric: "the key, name or id of a metric here",
  member: "the name, e-mail address or id of somebody here",
  squad: "the name or id of a squad here",
  cycle: "the name or id of a cycle that can still be planned",
  objective: "the title or id of an objective here",
  "key-result": "the title or id of a key result here",
  bet: "the title or id of a bet here",
};

/** Looks names up as people write them: an id exactly, everything else without regard to case and accents. */
export function createFind(directory: Directory, problems: Problems): Find {
  const indexes = new Map<Listed, Index>();
  return (kind, row, field) => {
    const text = row.values.get(field);
    if (typeof text !== "string") return undefined;
    const index = indexes.get(kind) ?? indexed(directory[kind]);
    indexes.set(kind, index);
    const found = index.get(`exactly ${text}`) ?? index.get(`name ${plainly(text)}`) ?? [];
    if (found.length === 1) {
      // A column of fifty thousand rows names the same few things.
      index.set(`exactly ${text}`, found);
      return found[0] as never;
    }
    const code = found.length === 0 ? "unknown_reference" : "ambiguous_reference";
    const expected = found.length === 0 ? said[kind] : `an id: ${found.length} have this name`;
    problems.add({ code, ...row.place(field), found: text, expected });
    return undefined;
  };
}

type Listable = RowOf<Listed>;
type Index = Map<string, readonly Listable[]>;

function indexed(rows: readonly Listable[]): Index {
  const index = new Map<string, Listable[]>();
  const add = (name: string, row: Listable) => {
    const there = index.get(name);
    if (there === undefined) index.set(name, [row]);
    else if (!there.includes(row)) there.push(row);
  };
  for (const row of rows) {
    add(`exactly ${row.id}`, row);
    for (const name of namesOf(row)) add(`name ${plainly(name)}`, row);
  }
  return index;
}

function namesOf(row: Listable): string[] {
  const { key, name, title, email } = row as { key?: string; name?: string; title?: string; email?: string };
  // A member's title is a job, no name.
  return [key, name, name === undefined ? title : undefined, email].filter((one) => one !== undefined);
}
