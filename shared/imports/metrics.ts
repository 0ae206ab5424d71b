import { metricKey } from "../metrics/metric-key.ts";
import type { RowOf } from "../sync/mutation.ts";
import { equal } from "../sync/write.ts";
import { plainly } from "./fields.ts";
import { metricFields } from "./metric-fields.ts";
import {
  flagIn,
  type ImportKind,
  numberIn,
  type PlanContext,
  type Planner,
  type Step,
  said,
  textIn,
} from "./plan.ts";
import type { Understood } from "./understand.ts";

/** Metrics and their tree. One whose key is there already is revised; its key and kind are for good. */
export const metrics: ImportKind = {
  name: "metrics",
  fields: metricFields,
  most: 1000,
  argument: {
    ...{ key: "key", name: "name", definition: "definition", kind: "kind", parentId: "parent", unit: "unit" },
    ...{ "unit.decimals": "decimals", stewardId: "steward", squadId: "squad", freshDays: "fresh-days" },
    ...{ floor: "floor", ceiling: "ceiling", target: "target", source: "source" },
  },
  plan: planMetrics,
};

interface Asked {
  row: Understood;
  key: string;
  id: string;
  there: RowOf<"metric"> | undefined;
}

function planMetrics(context: PlanContext): Planner {
  const { problems, directory } = context;
  const byKey = new Map(directory.metric.map((one) => [one.key, one]));
  const asked: Asked[] = [];
  const lines = new Map<string, number>();
  return {
    row(row) {
      const key = textIn(row, "key") ?? metricKey(textIn(row, "name") ?? "", new Set());
      const before = lines.get(key);
      if (before !== undefined) {
        const expected = `another key than line ${before} has`;
        problems.add({ code: "duplicate_line", ...row.place("key"), found: key, expected });
        return [];
      }
      lines.set(key, row.line);
      const there = byKey.get(key);
      asked.push({ row, key, there, id: there?.id ?? context.idFor(`metric ${key}`) });
      return [];
    },
    end() {
      const parent = parentOf(asked, directory.metric);
      return fromTheTop(asked, parent).flatMap((one) => stepFor(one, parent(one), context));
    },
  };
}

/** The id of the metric a row hangs from, among those of the file and those that are there. */
function parentOf(asked: readonly Asked[], there: readonly RowOf<"metric">[]) {
  const ids = new Map<string, string>();
  for (const one of there) for (const name of [one.name, one.key]) ids.set(plainly(name), one.id);
  for (const one of there) ids.set(one.id, one.id);
  for (const { row, key, id } of asked) {
    ids.set(plainly(textIn(row, "name") ?? key), id);
    ids.set(plainly(key), id);
  }
  return ({ row }: Asked) => {
    const name = textIn(row, "parent");
    return name === undefined ? undefined : (ids.get(name) ?? ids.get(plainly(name)));
  };
}

/** Parents before what hangs from them; whatever hangs in a loop comes last, for the rule to refuse. */
function fromTheTop(asked: readonly Asked[], parent: (one: Asked) => string | undefined): Asked[] {
  const waiting = new Map(asked.map((one) => [one.id, one]));
  const ordered: Asked[] = [];
  for (let more = true; more; ) {
    const ready = [...waiting.values()].filter((one) => !waiting.has(parent(one) ?? ""));
    for (const one of ready) waiting.delete(one.id);
    ordered.push(...ready);
    more = ready.length > 0;
  }
  return [...ordered, ...waiting.values()];
}

function stepFor({ row, there, id, key }: Asked, parentId: string | undefined, context: PlanContext): Step[] {
  const { problems, find } = context;
  const known = problems.count;
  const kind = textIn(row, "kind");
  if (there !== undefined && kind !== there.kind)
    problems.add({
      code: "bad_choice",
      ...row.place("kind"),
      found: kind,
      expected: `${there.kind}, as it is here`,
    });
  if (row.values.has("parent") && parentId === undefined)
    problems.add({
      ...{ code: "unknown_reference", ...row.place("parent"), found: textIn(row, "parent") },
      expected: "the key or name of a metric, here or in this file",
    });
  const unit = unitIn(row, context);
  const number = (field: string) => numberIn(row, field, unit.scale, context);
  const terms = said({
    ...{ name: textIn(row, "name"), definition: textIn(row, "definition"), parentId },
    ...{
      goodDirection: textIn(row, "direction"),
      cadence: textIn(row, "cadence"),
      source: textIn(row, "source"),
    },
    ...{ stewardId: find("member", row, "steward")?.id, squadId: find("squad", row, "squad")?.id },
    ...{ freshDays: numberIn(row, "fresh-days", "count", context), estimated: flagIn(row, "estimated") },
    ...{ floor: number("floor"), ceiling: number("ceiling"), target: number("target") },
  });
  if (problems.count > known) return [];
  if (there === undefined) {
    const args = { id, key, kind, definition: "", unit, ...terms };
    return [{ row, name: "metric.define", args, counts: true }];
  }
  const saysUnit = ["unit", "scale", "decimals"].some((field) => row.values.has(field));
  const stored = there as unknown as Record<string, unknown>;
  const changed = Object.entries({ ...terms, ...(saysUnit ? { unit } : {}) }).filter(
    ([name, value]) => !equal(stored[name], value),
  );
  const args = { metricId: there.id, ...Object.fromEntries(changed) };
  return [{ row, name: "metric.revise", args, counts: true }];
}

/** A percent sign as the unit makes a ratio, whose sign the screens add themselves. */
export function unitIn(
  row: Understood,
  context: PlanContext,
): { label: string; scale: "value" | "ratio" | "count"; decimals: number } {
  const label = textIn(row, "unit") ?? "";
  const isPercent = label === "%";
  const asked = textIn(row, "scale") ?? (isPercent ? "ratio" : "value");
  const scale = asked === "ratio" || asked === "count" ? asked : "value";
  const decimals = numberIn(row, "decimals", "count", context) ?? (scale === "count" ? 0 : 1);
  return { label: isPercent ? "" : label, scale, decimals };
}
