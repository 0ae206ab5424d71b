import type { Unit } from "../../../shared/metrics/metric.ts";
import type { KeyResult } from "../../../shared/okrs/key-result.ts";
import { numbersIn } from "../../../shared/okrs/title-numbers.ts";
import type { Args } from "../../../shared/sync/catalog.ts";
import { equal } from "../../../shared/sync/write.ts";
import { retyped } from "../../ui/retyped.ts";
import { clean } from "../../ui/value.ts";

/** A key result as it is typed: every choice has a value, "" and undefined are "not yet". */
export interface KeyResultForm {
  title: string;
  ownerId: string;
  direction: KeyResult["direction"];
  unit: Unit;
  baseline: number | undefined;
  target: number | undefined;
  milestones: MilestoneForm[];
  /** The metric whose readings are its number, or "" for a number of its own. */
  measures: string;
  movesId: string;
  because: string;
  commitment: KeyResult["commitment"];
  weight: number | undefined;
  /** Further objectives it serves. */
  alsoServes: string[];
  payLinked: boolean;
  counterweights: readonly string[];
}

export interface MilestoneForm {
  id: string;
  title: string;
  weight: number | undefined;
}

const noUnit: Unit = { label: "", scale: "count", decimals: 0 };

export function blankKeyResult(ownerId: string): KeyResultForm {
  return {
    title: "",
    ownerId,
    direction: "increase",
    unit: { label: "", scale: "ratio", decimals: 1 },
    baseline: undefined,
    target: undefined,
    milestones: [],
    measures: "",
    movesId: "",
    because: "",
    commitment: "committed",
    weight: 1,
    alsoServes: [],
    payLinked: false,
    counterweights: [],
  };
}

export function keyResultForm(row: KeyResult): KeyResultForm {
  return {
    title: row.title,
    ownerId: row.ownerId,
    direction: row.direction,
    unit: row.unit,
    baseline: row.baseline,
    target: row.target,
    milestones: row.milestones ?? [],
    measures: row.measures ?? "",
    movesId: row.moves?.metricId ?? "",
    because: row.moves?.because ?? "",
    commitment: row.commitment,
    weight: row.weight,
    alsoServes: row.alsoServes,
    payLinked: row.payLinked === true,
    counterweights: row.counterweights ?? [],
  };
}

/**
 * A title as it is typed, with the numbers it says: "from 18% to 26%" fills baseline, target, scale and direction. Only
 * where nobody has said another number, and never for one that a metric brought or that is `bound` by its commitment:
 * there the baseline and the target change in their own fields.
 */
export function titled(form: KeyResultForm, title: string, bound = false): Partial<KeyResultForm> {
  if (bound) return { title };
  const before = numbersIn(form.title);
  const now = numbersIn(title);
  const raising = form.direction === "increase" || form.direction === "decrease";
  if (now === undefined || !raising || form.measures !== "") return { title };
  const said = (value: number | undefined, written: number | undefined) =>
    value === undefined || (written !== undefined && value === stored(written, before!.isPercent));
  if (!said(form.baseline, before?.baseline) || !said(form.target, before?.target)) return { title };
  const scale = now.isPercent
    ? "ratio"
    : form.unit.scale === "count" && now.decimals === 0
      ? "count"
      : "value";
  return {
    title,
    direction: now.target > now.baseline ? "increase" : "decrease",
    unit: { ...form.unit, scale, decimals: Math.max(now.decimals, now.isPercent ? form.unit.decimals : 0) },
    baseline: stored(now.baseline, now.isPercent),
    target: stored(now.target, now.isPercent),
  };
}

function stored(written: number, isPercent: boolean): number {
  return isPercent ? clean(written / 100) : written;
}

/** What keeps even a draft from being saved; what the gate asks for besides is said apart. */
export function mistakesIn(form: KeyResultForm): Partial<Record<keyof KeyResultForm, string>> {
  const { weight } = form;
  return {
    ...(form.title.trim() === "" ? { title: "Say what will have changed." } : {}),
    ...(weight === undefined || weight <= 0 ? { weight: "A number above 0; 1 is usual." } : {}),
  };
}

/** The form as `key-result.draft` takes it; what does not belong to the direction is left out. */
export function draftArgs(form: KeyResultForm) {
  const { title, ownerId, commitment, weight, alsoServes } = form;
  const { unit, baseline, target, milestones, measures, moves, payLinked, counterweights } = parts(form);
  return {
    title,
    ownerId,
    direction: form.direction,
    unit,
    ...(baseline === undefined ? {} : { baseline }),
    ...(target === undefined ? {} : { target }),
    ...(milestones === undefined ? {} : { milestones }),
    ...(measures === undefined ? {} : { measures }),
    ...(moves === undefined ? {} : { moves }),
    ...(payLinked === undefined ? {} : { payLinked }),
    ...(counterweights === undefined ? {} : { counterweights }),
    ...(alsoServes.length === 0 ? {} : { alsoServes }),
    commitment,
    weight: weight ?? 1,
  } satisfies Omit<Args<"key-result.draft">, "id" | "objectiveId">;
}

/**
 * Only what differs from the row, as `key-result.revise` takes it; null clears. Of what it moves, only the part that was
 * changed: somebody else may be changing the other. The owner changes by reassigning.
 */
export function reviseArgs(
  form: KeyResultForm,
  row: KeyResult,
): Omit<Args<"key-result.revise">, "keyResultId"> {
  const { moves, ...rest } = parts(form);
  const said = { title: form.title.trim(), direction: form.direction, ...rest };
  const wanted = {
    ...said,
    commitment: form.commitment,
    weight: form.weight ?? 1,
    alsoServes: form.alsoServes,
  };
  const changed = Object.entries(wanted).filter(([key, value]) => !equal(row[key as keyof KeyResult], value));
  const changes = Object.fromEntries(changed.map(([key, value]) => [key, value ?? null]));
  if (equal(moves, row.moves)) return changes;
  const before = row.moves;
  if (moves === undefined || before === undefined) return { ...changes, moves: moves ?? null };
  return {
    ...changes,
    moves: {
      ...(moves.metricId === before.metricId ? {} : { metricId: moves.metricId }),
      ...(moves.because === before.because ? {} : { because: moves.because }),
    },
  };
}

/** Another unit; the numbers already typed keep their digits. */
export function withUnit(form: KeyResultForm, unit: Unit): Partial<KeyResultForm> {
  const turned = (value: number | undefined) => retyped(value, form.unit.scale, unit.scale);
  return { unit, baseline: turned(form.baseline), target: turned(form.target) };
}

function parts(form: KeyResultForm) {
  const counted = form.direction === "milestones";
  const bounded = form.direction === "stay-above" || form.direction === "stay-below";
  return {
    unit: counted ? noUnit : form.unit,
    baseline: counted || bounded ? undefined : form.baseline,
    target: counted ? undefined : form.target,
    milestones: counted
      ? form.milestones
          .filter((one) => one.title.trim() !== "")
          .map((one) => ({ id: one.id, title: one.title.trim(), weight: one.weight ?? 1 }))
      : undefined,
    measures: counted || form.measures === "" ? undefined : form.measures,
    moves: form.movesId === "" ? undefined : { metricId: form.movesId, because: form.because.trim() },
    payLinked: form.payLinked ? true : undefined,
    counterweights: form.payLinked && form.counterweights.length > 0 ? [...form.counterweights] : undefined,
  };
}
