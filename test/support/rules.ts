import { catalog, definitionOf, type Kind, type MutationName } from "../../shared/sync/catalog.ts";
import { parentOf } from "../../shared/sync/kinds.ts";
import type { RowOf, Tombstone, Verdict, Write } from "../../shared/sync/mutation.ts";
import { createRowCache, type LoadedRow, RowsMissing } from "../../shared/sync/rows.ts";
import { runRule } from "../../shared/sync/rule.ts";

/** A UUID that is always the same for a name, so that a failing test shows the same ids every time. */
export function idOf(name: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const char of name) hash = ((hash ^ BigInt(char.codePointAt(0)!)) * 0x100000001b3n) & (2n ** 64n - 1n);
  const hex = hash.toString(16).padStart(16, "0");
  return `0190a000-${hex.slice(0, 4)}-7000-8000-${hex.slice(4)}`;
}

export interface Moment {
  at?: string;
  receivedAt?: string;
  healing?: boolean;
  server?: boolean;
}

/** Rows in memory, changed by rules only: the front door of every test of `shared/`. */
export interface Rules {
  /** The moment a mutation is made at and received, unless it says otherwise. */
  now: string;
  /**
   * Runs a mutation as somebody (a name of the cast or an id) and stores what it writes. Answers "applied",
   * "unchanged", or the refusal as "code" or "code field".
   */
  tell(who: string, name: MutationName, args: object, moment?: Moment): Promise<string>;
  /** The same, but anything other than "applied" fails the test. */
  must(who: string, name: MutationName, args: object, moment?: Moment): Promise<void>;
  get<K extends Kind>(kind: K, id: string): RowOf<K>;
  find<K extends Kind>(kind: K, id: string): RowOf<K> | undefined;
  all<K extends Kind>(kind: K): RowOf<K>[];
  /** What the last mutation wrote. */
  written(): (Write | Tombstone)[];
  /** An independent copy. */
  fork(): Rules;
}

export function createRules(rows = new Map<string, LoadedRow>(), now = "2026-10-05T08:00:00.000Z"): Rules {
  let last: (Write | Tombstone)[] = [];
  const live = (kind: Kind) => [...rows.values()].filter((one) => one.kind === kind);
  const rowOf = (one: LoadedRow) => ({ ...one.body, id: one.id, revision: one.revision });

  const rules: Rules = {
    now,
    async tell(who, name, args, moment = {}) {
      const definition = await definitionOf(name);
      if (definition === undefined) throw new Error(`no mutation ${name}`);
      const when = {
        at: moment.at ?? moment.receivedAt ?? rules.now,
        receivedAt: moment.receivedAt ?? rules.now,
      };
      const memberId = /^[0-9a-f-]{36}$/.test(who) ? who : idOf(who);
      const verdict = judge((cache) =>
        runRule(definition, args, {
          rows: cache,
          who: { memberId, ...(moment.server ? { server: true } : {}) },
          when: { ...when, ...(moment.healing ? { healing: true } : {}) },
        }),
      );
      last = "writes" in verdict ? verdict.writes : [];
      for (const write of last) await store(write);
      if ("refused" in verdict) return [verdict.refused, verdict.field].filter(Boolean).join(" ");
      return last.length > 0 ? "applied" : "unchanged";
    },
    async must(who, name, args, moment) {
      const outcome = await rules.tell(who, name, args, moment);
      if (outcome !== "applied") throw new Error(`${name} by ${who}: ${outcome}`);
    },
    get(kind, id) {
      const row = rules.find(kind, id);
      if (row === undefined) throw new Error(`no ${kind} ${id}`);
      return row;
    },
    find(kind, id) {
      const row = rows.get(`${kind} ${id}`);
      return (row && rowOf(row)) as never;
    },
    all: (kind) => live(kind).map(rowOf) as never,
    written: () => last,
    fork: () => createRules(new Map(rows), rules.now),
  };

  /** Loads rows one want at a time, as phone and server do, and runs the rule again until it has them all. */
  function judge(run: (rows: ReturnType<typeof createRowCache>["rows"]) => Verdict): Verdict {
    const cache = createRowCache();
    for (let round = 0; round < 500; round += 1) {
      try {
        return run(cache.rows);
      } catch (error) {
        if (!(error instanceof RowsMissing)) throw error;
        for (const want of error.wants) {
          const found = live(want.kind).filter((one) =>
            "id" in want ? one.id === want.id : parentOf(one.kind, one.body) === want.parentId,
          );
          cache.fill(want, found);
        }
      }
    }
    throw new Error("a rule that never has its rows");
  }

  /** Stores a write as JSON would carry it; a body its own schema refuses fails the test. */
  async function store(write: Write | Tombstone): Promise<void> {
    const key = `${write.kind} ${write.id}`;
    if (!("body" in write)) {
      if (write.deleted !== true) throw new Error(`${key}: neither a body nor deleted`);
      rows.delete(key);
      return;
    }
    const { schema } = await catalog[write.kind].load();
    const body = JSON.parse(JSON.stringify(write.body)) as object;
    const parsed = schema.safeParse(write.body);
    if (!parsed.success) throw new Error(`${key}: ${JSON.stringify(parsed.error.issues)}`);
    if (Object.values(write.body).includes(undefined)) throw new Error(`${key}: undefined in a body`);
    rows.set(key, { kind: write.kind, id: write.id, revision: (rows.get(key)?.revision ?? 0) + 1, body });
  }

  return rules;
}
