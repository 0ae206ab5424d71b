import { useState } from "react";
import type { Connector } from "../../../shared/metrics/connector.ts";
import type { Unit } from "../../../shared/metrics/metric.ts";
import { pauseConnector, removeConnector, resumeConnector } from "../../store/connectors.ts";
import { useNow } from "../../store/live.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ConfirmSheet } from "../../ui/ConfirmSheet.tsx";
import { formatAgo, formatDay } from "../../ui/day.ts";
import { Icon } from "../../ui/Icon.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { formatValue } from "../../ui/value.ts";
import { connectorMark, failureWords, momentWords, scheduleWords } from "./connector-words.ts";

/** How a source stands, what went wrong last, and the ways to stop it. */
export function ConnectorState({
  connector,
  unit,
  maker,
  zone,
  onChanged,
  onGone,
}: {
  connector: Connector;
  unit: Unit | undefined;
  maker: string | undefined;
  zone: string;
  onChanged: (next: Connector) => void;
  onGone: () => void;
}) {
  const [asking, setAsking] = useState<"pause" | "delete">();
  const task = useTask();
  const { mark, word } = connectorMark(connector);
  const resume = () => task.run(async () => onChanged(await resumeConnector(connector.id)));
  return (
    <Section title="How it stands" end={<StatusMark status={mark}>{word}</StatusMark>}>
      {connector.failure ? <Trouble connector={connector} failure={connector.failure} /> : null}
      <Facts connector={connector} unit={unit} maker={maker} zone={zone} />
      <RefusalNote refused={task.refused} where="request" />
      {connector.state === "paused" ? (
        <Button big busy={task.busy} onClick={resume}>
          Resume it
        </Button>
      ) : (
        <Button big onClick={() => setAsking("pause")}>
          Pause it
        </Button>
      )}
      <Button kind="quiet" onClick={() => setAsking("delete")}>
        <Icon name="trash" />
        Delete this source
      </Button>
      <ConfirmSheet
        open={asking === "pause"}
        title={`Pause ${connector.name}?`}
        deed="Pause it"
        onConfirm={async () => onChanged(await pauseConnector(connector.id))}
        onClose={() => setAsking(undefined)}
      >
        <p>It is not asked until somebody resumes it. What it has brought so far stays.</p>
      </ConfirmSheet>
      <ConfirmSheet
        open={asking === "delete"}
        title={`Delete ${connector.name}?`}
        deed="Delete it"
        onConfirm={async () => {
          await removeConnector(connector.id);
          showToast({ text: `${connector.name} is deleted` });
          onGone();
        }}
        onClose={() => setAsking(undefined)}
      >
        <p>
          Its address and headers are removed from the server for good. The readings it brought stay with the
          metric.
        </p>
      </ConfirmSheet>
    </Section>
  );
}

function Trouble({
  connector,
  failure,
}: {
  connector: Connector;
  failure: NonNullable<Connector["failure"]>;
}) {
  const now = useNow();
  const { happened, todo } = failureWords(failure);
  const { failingSince, state } = connector;
  const since = failingSince === undefined ? "" : ` First failed ${formatAgo(failingSince, now)}.`;
  return <Banner tone={state === "paused" ? "bad" : "warn"} title={happened} body={`${todo}${since}`} />;
}

function Facts({
  connector,
  unit,
  maker,
  zone,
}: {
  connector: Connector;
  unit: Unit | undefined;
  maker: string | undefined;
  zone: string;
}) {
  const now = useNow();
  const { lastAt, lastOn, lastValue, dueAt } = connector;
  return (
    <Card flush>
      <ListRow
        title="Last reading"
        detail={
          lastAt === undefined ? "nothing read yet" : `${formatDay(lastOn ?? "")}, ${formatAgo(lastAt, now)}`
        }
        end={lastValue === undefined ? null : unit ? formatValue(lastValue, unit) : String(lastValue)}
      />
      <ListRow
        title={connector.failures > 0 ? "Next try" : "Next"}
        detail={scheduleWords(connector.schedule)}
        end={dueAt === undefined ? "not while it is paused" : momentWords(dueAt, zone, now)}
      />
      <ListRow title="Recorded as" end={maker ?? "somebody who left"} />
    </Card>
  );
}
