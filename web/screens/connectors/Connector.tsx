import { useState } from "react";
import { useLocation, useParams } from "wouter";
import type { Connector as ConnectorView } from "../../../shared/metrics/connector.ts";
import { connectors } from "../../store/connectors.ts";
import { type Me, useMe } from "../../store/signed-in-member.ts";
import { Page } from "../../ui/Page.tsx";
import { ServerThing } from "../../ui/ServerThing.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { ConnectorForm } from "./ConnectorForm.tsx";
import { ConnectorState } from "./ConnectorState.tsx";
import { useConnectorMetrics } from "./connector-metrics.ts";

const back = { href: "/me/connectors", label: "metric sources" };

/** One source: how it stands, what it was told, and the form to tell it otherwise. */
export function Connector() {
  const { id = "" } = useParams<{ id: string }>();
  const me = useMe();
  return (
    <ServerThing
      thing="source"
      title="Metric source"
      {...{ id, back }}
      ask={connectors}
      gone={{
        title: "This source is gone",
        body: "Somebody deleted it. Its readings are still with the metric.",
      }}
    >
      {(found) => (me === undefined ? null : <Shown key={id} me={me} listed={found} />)}
    </ServerThing>
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
      back={back}
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
