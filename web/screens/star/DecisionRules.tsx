import { defaultDecisionRules } from "../../../shared/metrics/decision-rules.ts";
import { useLive } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import styles from "./DecisionRules.module.css";
import { DecisionRulesForm } from "./DecisionRulesForm.tsx";

/** The rules a workspace decides by: three are offered, an admin edits and confirms them, everybody reads them. */
export function DecisionRules() {
  const workspace = useLive(async (read) => (await read.list("workspace"))[0], []);
  const [maySet] = useMay([["workspace.set-decision-rules", {}]]);
  if (workspace === undefined || maySet === undefined) return null;
  const confirmed = workspace.decisionRules;
  return (
    <Page
      title="Decision rules"
      detail={confirmed.length === 0 ? "Not confirmed yet" : "Confirmed"}
      back={{ href: "/star", label: "the North Star" }}
    >
      <p className={styles.why}>
        When two things pull apart, everybody should know beforehand which one gives way.
      </p>
      {maySet ? (
        <DecisionRulesForm
          confirmed={confirmed}
          begin={confirmed.length === 0 ? defaultDecisionRules : confirmed}
        />
      ) : confirmed.length === 0 ? (
        <EmptyState title="No rules are confirmed yet" body="An admin edits and confirms them here." />
      ) : (
        <Card>
          <ol className={styles.rules}>
            {confirmed.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ol>
        </Card>
      )}
    </Page>
  );
}
