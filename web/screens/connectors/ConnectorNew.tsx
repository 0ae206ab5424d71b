import { useLocation, useSearch } from "wouter";
import { mayPass } from "../../../shared/people/policy.ts";
import { useMe } from "../../store/signed-in-member.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { ConnectorForm } from "./ConnectorForm.tsx";
import { useConnectorMetrics } from "./connector-metrics.ts";

/** Sets up one more source; `?metric=ID` names what it is for. */
export function ConnectorNew() {
  const [, navigate] = useLocation();
  const asked = new URLSearchParams(useSearch()).get("metric");
  const me = useMe();
  const metrics = useConnectorMetrics();
  const first = metrics?.find((one) => one.id === asked)?.id ?? "";
  const saved = () => {
    showToast({ text: "Saved. It is asked at its next hour." });
    navigate("/me/connectors");
  };
  return (
    <Page title="Add a source" back={{ href: "/me/connectors", label: "metric sources" }}>
      {me === undefined || metrics === undefined ? null : !mayPass("connectors", me.member.role, false) ? (
        <EmptyState
          title="Sources are set up by admins"
          body="Tell one of them which metric should be read, and from where."
          action={<Button href="/me">Back</Button>}
        />
      ) : metrics.length === 0 ? (
        <EmptyState
          title="There is no metric yet"
          body="A source feeds a metric, so define that first."
          action={<Button href="/metrics/new">Define a metric</Button>}
        />
      ) : (
        <ConnectorForm metrics={metrics} metricId={first} zone={me.workspace.zone} onSaved={saved} />
      )}
    </Page>
  );
}
