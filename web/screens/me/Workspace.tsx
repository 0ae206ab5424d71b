import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useMay } from "../../store/may.ts";
import { useMe } from "../../store/signed-in-member.ts";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { lockScreenWords } from "../../ui/lock-screen-words.ts";
import { Page } from "../../ui/Page.tsx";
import { weekdayName } from "../../ui/weekday.ts";
import { zoneName } from "../../ui/zone.ts";
import { WorkspaceForm } from "./WorkspaceForm.tsx";

/** The workspace's name, its clock and its weekly rhythm: everybody sees them, an admin sets them. */
export function Workspace() {
  const me = useMe();
  const [mayChange] = useMay([["workspace.set-rhythm", {}]]);
  return (
    <Page title="Workspace" back={{ href: "/me", label: "your page" }}>
      {me === undefined ? null : mayChange ? (
        <WorkspaceForm key={JSON.stringify(me.workspace)} workspace={me.workspace} />
      ) : (
        <Facts workspace={me.workspace} />
      )}
    </Page>
  );
}

function Facts({ workspace }: { workspace: RowOf<"workspace"> }) {
  const { dueDay, dueTime, openDaysBefore, workdays } = workspace.rhythm;
  return (
    <>
      <Card flush>
        <ListRow title="Name" end={workspace.name} />
        <ListRow title="Time zone" end={zoneName(workspace.zone)} />
        <ListRow
          title="Check-ins are due"
          detail={`open ${openDaysBefore} days before`}
          end={`${weekdayName(dueDay)} ${dueTime}`}
        />
        <ListRow title="Working days" end={workdays.map((day) => weekdayName(day).slice(0, 2)).join(", ")} />
        <ListRow title="On the lock screen" end={lockScreenWords[workspace.lockScreen].label} />
      </Card>
      <p>An admin sets these. Your own time zone and quiet hours are in My settings.</p>
    </>
  );
}
