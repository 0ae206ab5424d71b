import { useState } from "react";
import { useLocation, useParams } from "wouter";
import type { Connector as ConnectorView } from "../../../shared/metrics/connector.ts";
import { connectors } from "../../store/connectors.ts";
import { type Me, useMe } from "../../store/signed-in-member.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { NeedsServer } from "../../ui/NeedsServer.tsx";
import { Page } from "../../ui/Page.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { ConnectorForm } from "./ConnectorForm.tsx";
import { ConnectorState } from "./ConnectorState.tsx";
import { useConnectorMetrics } from "./connector-metrics.ts";

/** One source: how it stands, what it was told, and the form to tell it otherwise. */
export function Connector() {
  const { id = "" } = useParams<{ id: string }>();
  const me = useMe();
  const [listed, again] = useAnswer(connectors, { key: id });
  const back = { href: "/me/connectors", label: "metric sources" };
  if (me === undefined || listed.state === "waiting")
    return (
      <Page title="Metric source" back={back}>
        <p role="status">Looking for the source</p>
      </Page>
    );
  const found = listed.state === "here" ? listed.value.find((one) => one.id === id) : undefined;
  if (found !== undefined) return <Shown key={id} me={me} listed={found} />;
  return (
    <Page title="Metric source" back={back}>
      {listed.state === "refused" ? (
        <NeedsServer code={listed.code} what="This source" onAgain={again} />
      ) : (
        <EmptyState
          title="This source is gone"
          body="Somebody deleted it. Its readings are still with the metric."
          action={<Button href="/me/connectors">See the others</Button>}
        />
      )}
    </Page>
  );
}

function Shown({ me, listed }: { me: Me; listed: ConnectorView }) {
  const [, navigate] = useLocation();
  const [connector, setConnector] = useState(listed);
  const metrics = useConnectorMetrics();
  const maker = me.people.find((one) => one.id === connector.memberId);
  if (metrics === undefined) return null;
  return (
    <Page
      title={connector.name}
      detail={metrics.find((one) => one.id === connector.metricId)?.name}
      back={{ href: "/me/connectors", label: "metric sources" }}
      aside={
        <ConnectorForm
          key={JSON.stringify(connector)}
          metrics={metrics}
          metricId={connector.metricId}
          zone={me.workspace.zone}
          before={connector}
          onSaved={(next) => {
            setConnector(next);
            showToast({ text: "Saved" });
          }}
        />
      }
    >
      <ConnectorState
        connector={connector}
        unit={metrics.find((one) => one.id === connector.metricId)?.unit}
        maker={maker?.name}
        zone={me.workspace.zone}
        onChanged={setConnector}
        onGone={() => navigate("/me/connectors")}
      />
    </Page>
  );
}
