import type { Kind } from "../../shared/sync/catalog.ts";
import { equal } from "../../shared/sync/write.ts";
import { definition } from "./definitions.ts";
import type { AckedEntry, Edit, StoredRow, Tx } from "./storage.ts";
import { keyOf } from "./view.ts";

/** An own edit is held against what others do for so long, and a note about it is kept for so long. */
const editDays = 14;
const noteDays = 30;
const day = 86_400_000;
const most = 500;

/** Mutations that set fields of a row which several people edit, and the argument that names the row. */
const edits: Record<string, [kind: Kind, id: string]> = {
  "key-result.revise": ["key-result", "keyResultId"],
  "key-result.reassign": ["key-result", "keyResultId"],
  "objective.revise": ["objective", "objectiveId"],
  "metric.revise": ["metric", "metricId"],
};

/**
 * Keeps what this phone's accepted work set, and notes where the server's rows now say something else: of two people
 * who change the same field the later wins, and the earlier one is told. Runs in the transaction that stores an answer,
 * after its rows. `gone`: rows were forgotten with a history, so only what was told already stays.
 */
export async function compareEdits(
  tx: Tx,
  { accepted, arrived, gone }: { accepted: AckedEntry[]; arrived: string[]; gone: boolean },
  now: number,
): Promise<void> {
  const before = (await tx.meta.get("edits")) ?? [];
  const known = gone ? before.filter((one) => one.theirs).map((one) => ({ ...one, revision: 0 })) : before;
  const kept = known.filter((one) => !isOld(one, now));
  const fresh = gone ? [] : accepted.filter((entry) => !entry.healing).flatMap(editsOf);
  if (kept.length + fresh.length === 0) {
    if (before.length > 0) await tx.meta.drop("edits");
    return;
  }
  const held = withEdits(kept, fresh);
  const touched = new Set([...arrived, ...fresh.map(rowKey)]);
  const keys = [...new Set(held.map(rowKey))].filter((key) => gone || touched.has(key));
  const rows = new Map((await tx.rows.many(keys)).map((row, i) => [keys[i]!, row]));
  const after = held.map((one) => (rows.has(rowKey(one)) ? compared(one, rows.get(rowKey(one)), now) : one));
  if (!equal(before, after)) await tx.meta.put("edits", after.slice(-most));
}

/** The author has seen the note, or took the field up again. */
export async function dropEdit(tx: Tx, { kind, id, field }: Pick<Edit, "kind" | "id" | "field">) {
  const before = (await tx.meta.get("edits")) ?? [];
  const isIt = (one: Edit) => one.kind === kind && one.id === id && one.field === field;
  await tx.meta.put(
    "edits",
    before.filter((one) => !isIt(one)),
  );
}

/** What an entry set, field by field, as its rule read it; of what a key result moves, each part is a field. */
function editsOf(entry: AckedEntry): Edit[] {
  const target = Object.hasOwn(edits, entry.name) ? edits[entry.name] : undefined;
  const said = target && definition(entry.name)?.args.safeParse(entry.args);
  if (target === undefined || said?.success !== true) return [];
  const { [target[1]]: id, ...fields } = said.data as Record<string, unknown>;
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) =>
      name === "moves" ? partsOf(name, value, ["metricId", "because"]) : [[name, value] as const],
    )
    .map(([field, value]) => ({
      kind: target[0],
      id: String(id),
      field,
      mine: value ?? null,
      revision: entry.revision ?? 0,
      at: entry.at,
    }));
}

/** The value of a field in a row; null where it has none. */
export function fieldOf(body: object, field: string): unknown {
  const [name = "", part] = field.split(".");
  const value = (body as Record<string, unknown>)[name];
  if (part === undefined) return value ?? null;
  return (value as Record<string, unknown> | undefined)?.[part] ?? null;
}

function partsOf(name: string, value: unknown, parts: readonly string[]): (readonly [string, unknown])[] {
  const said = value as Record<string, unknown> | null;
  return parts
    .filter((part) => said === null || said[part] !== undefined)
    .map((part) => [`${name}.${part}`, said?.[part] ?? null]);
}

/** The newest edit of a field takes the place of an older. One without effect ends what stood there before. */
function withEdits(before: readonly Edit[], fresh: readonly Edit[]): Edit[] {
  const byField = new Map(before.map((one) => [fieldKey(one), one]));
  for (const one of fresh) {
    const older = byField.get(fieldKey(one));
    if (one.revision > 0 && one.revision < (older?.revision ?? 0)) continue;
    byField.delete(fieldKey(one));
    if (one.revision > 0) byField.set(fieldKey(one), one);
  }
  return [...byField.values()];
}

/** An edit beside the server's row, once that is newer. */
function compared(edit: Edit, row: StoredRow | undefined, now: number): Edit {
  const { theirs: before, ...bare } = edit;
  if (row === undefined || row.revision <= edit.revision) return edit;
  const value = fieldOf(row.body, edit.field);
  if (equal(value, edit.mine)) return bare;
  if (before !== undefined && equal(before.value, value)) return edit;
  return { ...bare, theirs: { value, at: new Date(now).toISOString() } };
}

function isOld({ at, theirs }: Edit, now: number): boolean {
  const [since, days] = theirs ? [theirs.at, noteDays] : [at, editDays];
  return Math.abs(now - Date.parse(since)) > days * day;
}

const rowKey = ({ kind, id }: Edit) => keyOf(kind, id);
const fieldKey = ({ kind, id, field }: Edit) => `${kind}/${id}/${field}`;
