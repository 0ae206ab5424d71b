import type { Kind } from "../../../shared/sync/catalog.ts";
import { kinds } from "../../../shared/sync/kinds.ts";
import { useSession } from "../../store/session.ts";
import { useSyncState } from "../../store/sync-state.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Card } from "../../ui/Card.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { exportWords } from "./export-words.ts";

/** Everything the workspace holds, to take away: whole, or a kind at a time for a spreadsheet. */
export function Export() {
  const session = useSession();
  const { phase, pending } = useSyncState();
  if (session.state !== "signed-in") return null;
  const at = (file: string) => `/api/v1/${file}?workspace=${session.workspaceId}`;
  return (
    <Page
      title="Export"
      detail="Your data is yours. Files come from the server as it stands now."
      back={{ href: "/me", label: "your page" }}
    >
      {phase === "offline" ? (
        <Banner
          tone="quiet"
          icon="offline"
          title="Files come from the server"
          body="You are offline. Look again when you are back."
        />
      ) : null}
      {pending > 0 && phase !== "offline" ? (
        <Banner
          tone="quiet"
          icon="sync"
          title={`${pending} ${pending === 1 ? "change is" : "changes are"} still on this phone`}
          body="What is not on the server yet is not in the file."
        />
      ) : null}
      <Section title="Everything">
        <Card flush>
          <ListRow
            file={at("export.json")}
            lead={<Icon name="export" />}
            title="The whole workspace"
            detail="JSON, with the history of every row. Another Northing can take it in."
          />
        </Card>
      </Section>
      <Section title="For a spreadsheet">
        <Card flush>
          {kinds.map((kind: Kind) => (
            <ListRow
              key={kind}
              file={at(`${kind}.csv`)}
              lead={<Icon name="export" />}
              title={exportWords[kind]}
              detail={`northing-${kind}.csv`}
            />
          ))}
        </Card>
      </Section>
    </Page>
  );
}
