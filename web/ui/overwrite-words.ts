import type { Unit } from "../../shared/metrics/metric.ts";
import { formatValue } from "../../shared/metrics/value.ts";

/** A field that somebody else has set to something else since. */
export interface OverwrittenField {
  field: string;
  mine: unknown;
  theirs: unknown;
  unit?: Unit | undefined;
  names: Readonly<Record<string, string>>;
}

/** The fields of key results, objectives and metrics as people call them. */
export const fieldLabels: Record<string, string> = {
  title: "The title",
  name: "The name",
  why: "The reason why",
  definition: "The definition",
  direction: "How it shows",
  baseline: "The baseline",
  target: "The target",
  unit: "The unit",
  measures: "The metric it measures",
  "moves.metricId": "The metric it moves",
  "moves.because": "The because",
  ownerId: "The owner",
  stewardId: "The steward",
  squadId: "The squad",
  parentId: "What it hangs below",
  commitment: "How firm it is",
  weight: "The weight",
  payLinked: "The link to pay",
  counterweights: "The counterweights",
  alsoServes: "What else it serves",
  milestones: "The milestones",
  exempt: "The exemption",
  goodDirection: "The good direction",
  cadence: "How often it is read",
  source: "The source",
  freshDays: "How long a reading is fresh",
  estimated: "Whether it is estimated",
  floor: "The floor",
  ceiling: "The ceiling",
};

/** "The target is now 50%; you had set 40%." A list or a unit is named, not spelt out. */
export function overwriteWords(one: OverwrittenField): string {
  const label = fieldLabels[one.field] ?? one.field;
  const [theirs, mine] = [valueWords(one.theirs, one), valueWords(one.mine, one)];
  if (theirs === undefined || mine === undefined)
    return `${label} ${/(milestone|weight)s$/.test(label) ? "were" : "was"} changed after you.`;
  if (one.theirs === null) return `${label} was cleared; you had set ${mine}.`;
  if (one.mine === null) return `${label} is now ${theirs}; you had cleared it.`;
  return `${label} is now ${theirs}; you had set ${mine}.`;
}

/** A value of a field in words; undefined for what is not said in a line, such as a list. */
export function valueWords(
  value: unknown,
  { field, unit, names }: Pick<OverwrittenField, "field" | "unit" | "names">,
): string | undefined {
  if (value === null) return "nothing";
  if (typeof value === "number") return unit && isMeasured(field) ? formatValue(value, unit) : String(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return names[value] ?? (isId(value) ? undefined : `“${value}”`);
  const reason = (value as { reason?: unknown }).reason;
  return typeof reason === "string" ? `“${reason}”` : undefined;
}

const isMeasured = (field: string) => ["baseline", "target", "floor", "ceiling"].includes(field);
const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text);
