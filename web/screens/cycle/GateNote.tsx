import { Banner } from "../../ui/Banner.tsx";
import styles from "./Cycle.module.css";
import { gateForm } from "./gate-form.ts";
import { gateRule } from "./gate-words.ts";
import type { KeyResultForm } from "./key-result-form.ts";
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
  if (place.objective === undefined) return null;
  const findings = gateForm(form, place);
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
          {findings.map((one) => {
            const { rule, field, todo } = gateRule(one, form.direction);
            return (
              <li key={`${one.code} ${one.field}`}>
                <strong>{rule}.</strong> {field}: {todo}
              </li>
            );
          })}
        </ul>
      }
    />
  );
}
