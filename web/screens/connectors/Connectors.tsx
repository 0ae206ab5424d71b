import type { Connector } from "../../../shared/metrics/connector.ts";
import { mayPass } from "../../../shared/people/policy.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { connectors } from "../../store/connectors.ts";
import { useLive, useNow } from "../../store/live.ts";
import { useMe } from "../../store/signed-in-member.ts";
import { Button } from "../../ui/Button.tsx";
import { formatAgo } from "../../ui/day.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Page } from "../../ui/Page.tsx";
import { ServerList } from "../../ui/ServerList.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { formatValue } from "../../ui/value.ts";
import { connectorMark, scheduleWords } from "./connector-words.ts";

/** Which metrics are read from elsewhere by themselves, what came last, and which source is in trouble. */
export function Connectors() {
  const me = useMe();
  const metrics = useLive(async (read) => await read.list("metric"), []);
  const allowed = me !== undefined && mayPass("connectors", me.member.role, false);
  return (
    <Page title="Metric sources" back={{ href: "/me", label: "your page" }}>
      {me === undefined || metrics === undefined ? null : allowed ? (
        <Listed metrics={metrics} />
      ) : (
        <EmptyState
          title="Sources are set up by admins"
          body="Ask one of them to have a metric read by itself. Readings can be recorded by hand meanwhile."
          action={<Button href="/star">See the metrics</Button>}
        />
      )}
    </Page>
  );
}

function Listed({ metrics }: { metrics: readonly RowOf<"metric">[] }) {
  return (
    <ServerList
      things="sources"
      ask={connectors}
      empty={{
        title: "No metric is read by itself yet",
        body: "Name an https address that answers with JSON or Prometheus text, and where the number stands in it. Northing then reads it by your schedule.",
      }}
      add={{ href: "/me/connectors/new", label: "Add a source" }}
    >
      {(one) => <Row key={one.id} connector={one} metric={metrics.find(({ id }) => id === one.metricId)} />}
    </ServerList>
  );
}

function Row({ connector, metric }: { connector: Connector; metric: RowOf<"metric"> | undefined }) {
  const now = useNow();
  const { mark, word } = connectorMark(connector);
  const { lastAt, lastValue } = connector;
  const value = metric && lastValue !== undefined ? formatValue(lastValue, metric.unit) : undefined;
  const last = lastAt === undefined ? "nothing read yet" : `${value ?? "read"}, ${formatAgo(lastAt, now)}`;
  return (
    <ListRow
      href={`/me/connectors/${connector.id}`}
      title={`${metric?.name ?? "A metric that is gone"}${connector.segment ? ` · ${connector.segment}` : ""}`}
      detail={`${connector.name}, ${scheduleWords(connector.schedule)} · ${last}`}
      end={<StatusMark status={mark}>{word}</StatusMark>}
    />
  );
}
