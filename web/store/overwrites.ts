import type { Unit } from "../../shared/metrics/metric.ts";
import type { Kind } from "../../shared/sync/catalog.ts";
import { equal } from "../../shared/sync/write.ts";
import { dropEdit, fieldOf } from "../sync/edits.ts";
import type { Edit, Tx } from "../sync/storage.ts";
import { keyOf, viewOne } from "../sync/view.ts";
import { useStored } from "./live.ts";
import { type Saved, save } from "./mutate.ts";
import { currentPhone } from "./signed-in.ts";

/** A field this phone set and somebody has set to something else since. The later one counts; the earlier is told. */
export interface Overwrite {
  kind: "key-result" | "objective" | "metric";
  id: string;
  field: string;
  mine: unknown;
  theirs: unknown;
  /** When this phone heard of it. */
  at: string;
  /** The title or name of the row. */
  subject: string;
  unit?: Unit | undefined;
  /** Names of the rows whose ids are the values. */
  names: Readonly<Record<string, string>>;
}

/** What others have overwritten, newest first: of one row, or of all. Undefined until read. */
export function useOverwrites(about?: Pick<Overwrite, "kind" | "id">): Overwrite[] | undefined {
  return useStored((tx) => overwrites(tx, about), [about?.kind, about?.id]);
}

export async function overwrites(tx: Tx, about?: Pick<Overwrite, "kind" | "id">): Promise<Overwrite[]> {
  const told = ((await tx.meta.get("edits")) ?? []).filter(
    (one) => one.theirs && (about === undefined || (one.kind === about.kind && one.id === about.id)),
  );
  const found: Overwrite[] = [];
  for (const edit of told) {
    const row = await viewOne(tx, keyOf(edit.kind, edit.id));
    const body = row?.body as Shown | undefined;
    // What this phone has set since, and not sent yet, is the later word again.
    if (body === undefined || body.state === "dropped") continue;
    if (!equal(fieldOf(body, edit.field), edit.theirs!.value)) continue;
    found.push(await worded(tx, edit, body));
  }
  return found.sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Sets the field again to what this phone had set, as a change of its own. */
export async function restoreMine(one: Overwrite): Promise<Saved> {
  const [name, args] = again(one);
  const saved = await save(name, args);
  if (saved.saved) await dismissOverwrite(one);
  return saved;
}

/** The author has seen it, and lets it be. */
export async function dismissOverwrite(one: Pick<Overwrite, "kind" | "id" | "field">): Promise<void> {
  await currentPhone()?.world.storage.write((tx) => dropEdit(tx, one));
}

interface Shown {
  title?: string;
  name?: string;
  unit?: Unit;
  state?: string;
}

async function worded(tx: Tx, { kind, id, field, mine, theirs }: Edit, body: Shown): Promise<Overwrite> {
  const { value, at } = theirs!;
  const names: Record<string, string> = {};
  const named = Object.hasOwn(pointsTo, field) ? pointsTo[field] : undefined;
  for (const one of named === undefined ? [] : [mine, value].flat()) {
    const row = await viewOne(tx, keyOf(named!, String(one)));
    const { name, title } = (row?.body ?? {}) as Shown;
    if (name ?? title) names[String(one)] = (name ?? title)!;
  }
  const subject = body.title ?? body.name ?? "";
  return {
    kind: kind as Overwrite["kind"],
    ...{ id, field, mine, theirs: value, at, subject, unit: body.unit, names },
  };
}

/** Fields that hold the ids of rows, and of which kind. */
const pointsTo: Record<string, Kind> = {
  ownerId: "member",
  stewardId: "member",
  squadId: "squad",
  measures: "metric",
  "moves.metricId": "metric",
  counterweights: "metric",
  alsoServes: "objective",
};

/** The mutation that sets a field to what this phone had set. */
export function again({ kind, id, field, mine }: Pick<Overwrite, "kind" | "id" | "field" | "mine">) {
  const [name = "", part] = field.split(".");
  // What it moves is cleared as a whole: a metric and a because go together.
  const change = { [name]: part === undefined || mine === null ? mine : { [part]: mine } };
  if (field === "ownerId")
    return ["key-result.reassign", { keyResultId: id, ownerId: String(mine) }] as const;
  if (kind === "key-result") return ["key-result.revise", { keyResultId: id, ...change }] as const;
  if (kind === "objective") return ["objective.revise", { objectiveId: id, ...change }] as const;
  return ["metric.revise", { metricId: id, ...change }] as const;
}
