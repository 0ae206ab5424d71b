import type { Metric } from "../../../shared/metrics/metric.ts";
import type { Objective } from "../../../shared/okrs/objective.ts";
import type { Args } from "../../../shared/sync/catalog.ts";

/** An objective as it is typed. `squadId` "" is the company, `parentId` "" is none. */
export interface ObjectiveForm {
  title: string;
  why: string;
  squadId: string;
  parentId: string;
  isExempt: boolean;
  reason: string;
}

export function blankObjective(squadId: string): ObjectiveForm {
  return { title: "", why: "", squadId, parentId: "", isExempt: false, reason: "" };
}

/** The form as a planning session drafts it from a squad's answer: what the squad can move, below the company's. */
export function draftedObjective(
  squadId: string,
  inputs: readonly Pick<Metric, "name" | "goodDirection">[],
  parents: readonly { value: string }[],
): ObjectiveForm {
  const [first] = inputs;
  const verb = first?.goodDirection === "down" ? "Bring down" : "Lift";
  const only = parents.length === 1 ? parents[0]!.value : "";
  return {
    ...blankObjective(squadId),
    title: first === undefined ? "" : `${verb} ${uncapped(first.name)}`,
    why: first === undefined ? "" : `We can move ${inputs.map((one) => uncapped(one.name)).join(" and ")}.`,
    parentId: squadId === "" ? "" : only,
  };
}

/** A name inside a sentence; "NPS" stays as it is. */
function uncapped(name: string): string {
  return /^[A-Z][^A-Z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

export function objectiveForm(row: Objective): ObjectiveForm {
  return {
    title: row.title,
    why: row.why ?? "",
    squadId: row.squadId ?? "",
    parentId: row.parentId ?? "",
    isExempt: row.exempt !== undefined,
    reason: row.exempt?.reason ?? "",
  };
}

export function mistakesIn(form: ObjectiveForm): Partial<Record<keyof ObjectiveForm, string>> {
  return {
    ...(form.title.trim() === "" ? { title: "Say what will be better for whom." } : {}),
    ...(isExempt(form) && form.reason.trim() === ""
      ? { reason: "Say why; it is shown in every review and in the retro." }
      : {}),
  };
}

/** As `objective.draft` takes it: a company objective has neither parent nor exemption. */
export function draftArgs(form: ObjectiveForm): Omit<Args<"objective.draft">, "id" | "cycleId"> {
  const { title, why, squadId, parentId, exempt } = said(form);
  return {
    title,
    ...(why === null ? {} : { why }),
    ...(squadId === null ? {} : { squadId }),
    ...(parentId === null ? {} : { parentId }),
    ...(exempt === null ? {} : { exempt }),
  };
}

/** Only what differs from the row; null clears. */
export function reviseArgs(
  form: ObjectiveForm,
  row: Objective,
): Omit<Args<"objective.revise">, "objectiveId"> {
  const after = said(form);
  const before = said(objectiveForm(row));
  const changed = Object.entries(after).filter(
    ([key, value]) => JSON.stringify(before[key as keyof typeof before]) !== JSON.stringify(value),
  );
  return Object.fromEntries(changed);
}

function said(form: ObjectiveForm) {
  return {
    title: form.title.trim(),
    why: form.why.trim() || null,
    squadId: form.squadId || null,
    parentId: form.squadId === "" || isExempt(form) ? null : form.parentId || null,
    exempt: isExempt(form) ? { reason: form.reason.trim() } : null,
  };
}

function isExempt(form: ObjectiveForm): boolean {
  return form.squadId !== "" && form.isExempt;
}
