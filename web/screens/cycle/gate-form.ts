import { type GateFinding, gateKeyResult } from "../../../shared/okrs/gate.ts";
import { gateWords } from "./gate-words.ts";
import { draftArgs, type KeyResultForm } from "./key-result-form.ts";
import type { Place } from "./key-result-place.ts";

/** What the gate would say of the form as it stands. */
export function gateForm(form: KeyResultForm, { objective, plan }: Place): GateFinding[] {
  if (objective === undefined) return [];
  const { id: objectiveId, cycleId } = objective;
  return gateKeyResult(
    {
      ...{ alsoServes: [], ...draftArgs(form) },
      ...{ id: "", revision: 0, objectiveId, cycleId, previousOwners: [], state: "draft" },
    },
    plan,
  );
}

/** The gate's words at the field somebody was led to, until the form answers them. */
export function askedErrors(
  field: string | null,
  form: KeyResultForm,
  place: Place,
): Partial<Record<string, string>> {
  const found = gateForm(form, place).find((one) => one.field === field);
  return found === undefined ? {} : { [found.field.split(".").at(-1)!]: gateWords(found, form.direction) };
}
