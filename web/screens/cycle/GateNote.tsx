import { gateKeyResult } from "../../../shared/okrs/gate.ts";
import { Banner } from "../../ui/Banner.tsx";
import styles from "./Cycle.module.css";
import { gateWords } from "./gate-words.ts";
import { draftArgs, type KeyResultForm } from "./key-result-form.ts";
import type { Place } from "./key-result-place.ts";

/** What the gate would say of the form as it stands; it advises here and blocks only at the commit. */
export function GateNote({
  form,
  place,
  committed = false,
}: {
  form: KeyResultForm;
  place: Place;
  /** What was committed already must stay so that it could be. */
  committed?: boolean;
}) {
  const { objective, plan } = place;
  if (objective === undefined) return null;
  const findings = gateKeyResult(
    {
      ...draftArgs(form),
      id: "",
      revision: 0,
      objectiveId: objective.id,
      cycleId: objective.cycleId,
      alsoServes: [],
      previousOwners: [],
      state: "draft",
    },
    plan,
  );
  if (findings.length === 0)
    return committed ? null : (
      <Banner tone="quiet" icon="check" title="Ready to be committed" body="It reaches the North Star." />
    );
  return (
    <Banner
      tone="quiet"
      icon="flag"
      title={committed ? "It was committed, so it needs this" : "Before it can be committed"}
      body={
        <ul className={styles.findings}>
          {findings.map((one) => (
            <li key={`${one.code} ${one.field}`}>{gateWords(one, form.direction)}</li>
          ))}
        </ul>
      }
    />
  );
}
