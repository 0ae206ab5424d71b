import { useState } from "react";
import type { Connector, Tried } from "../../../shared/metrics/connector.ts";
import type { Unit } from "../../../shared/metrics/metric.ts";
import { tryConnector } from "../../store/connectors.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { useTask } from "../../ui/task.ts";
import { formatValue } from "../../ui/value.ts";
import styles from "./Connector.module.css";
import { type ConnectorForm, trialArgs, trialMistakes } from "./connector-form.ts";
import { failureWords } from "./connector-words.ts";

/** Asks the source once, now, and shows the number it gives. What was found counts until something is changed. */
export function ConnectorTry({
  form,
  before,
  unit,
  onTried,
}: {
  form: ConnectorForm;
  before: Connector | undefined;
  unit: Unit | undefined;
  onTried: () => void;
}) {
  const [answer, setAnswer] = useState<{ about: string; tried: Tried }>();
  const task = useTask();
  const trial = trialArgs(form, before);
  const about = JSON.stringify(trial);
  const tried = answer?.about === about ? answer.tried : undefined;

  async function ask() {
    onTried();
    if (Object.keys(trialMistakes(form, before)).length > 0) return;
    await task.run(async () => setAnswer({ about, tried: await tryConnector(trial) }));
  }

  return (
    <div className={styles.tried}>
      <Button big busy={task.busy} onClick={ask}>
        {task.busy ? "Asking" : "Try it"}
      </Button>
      <div role="status">
        {tried === undefined ? null : "failure" in tried ? (
          <Failed failure={tried.failure} />
        ) : (
          <p className={styles.found}>
            It says <span className={styles.number}>{tried.found}</span>
            {unit ? `, recorded as ${formatValue(tried.value, unit)}.` : `, recorded as ${tried.value}.`}
          </p>
        )}
      </div>
      <RefusalNote refused={task.refused} where="form" />
    </div>
  );
}

function Failed({ failure }: { failure: Extract<Tried, { failure: unknown }>["failure"] }) {
  const { happened, todo } = failureWords(failure);
  return <Banner tone="bad" title={happened} body={todo} />;
}
