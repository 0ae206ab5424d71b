import { useMay } from "../../store/may.ts";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";

/** The other ways a metric gets its readings than by hand: from a file, and for admins from an address or a program. */
export function ReadingSources({ metricId }: { metricId: string }) {
  // Sources and tokens are an admin's, as the workspace's name is.
  const [isAdmin] = useMay([["workspace.rename", {}]]);
  return (
    <Section title="Readings from elsewhere">
      <Card flush>
        <ListRow
          href={`/me/imports?kind=readings&metric=${metricId}`}
          title="Import a file"
          detail="CSV or JSON, checked before anything changes"
        />
        {isAdmin ? (
          <>
            <ListRow
              href={`/me/connectors/new?metric=${metricId}`}
              title="Ask an address"
              detail="JSON or Prometheus, on a schedule"
            />
            <ListRow href="/me/tokens" title="Let a program send them" detail="with an API token" />
          </>
        ) : null}
      </Card>
    </Section>
  );
}
