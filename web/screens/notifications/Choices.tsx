import { reminderGroups, wayOf } from "../../../shared/people/preferences.ts";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { Icon } from "../../ui/Icon.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { lockScreenWords } from "../../ui/lock-screen-words.ts";
import { Section } from "../../ui/Section.tsx";
import type { Reminding } from "./use-reminding.ts";

/** Everything about reminders that is mine to set, each with how it stands now. */
export function Choices({ member, workspace }: Reminding) {
  const { preferences } = member;
  const off = reminderGroups.filter((group) => wayOf(preferences, group) === "off").length;
  const { quiet } = preferences;
  const alone = quiet.from === quiet.to ? "no quiet hours" : `quiet ${quiet.from} to ${quiet.to}`;
  return (
    <Section title="How you want it">
      <Card flush>
        <ul>
          <Row
            href="/me/notifications/times"
            icon="clock"
            title="When they come"
            detail={`check-ins at ${preferences.checkInTime ?? workspace.rhythm.dueTime}`}
          />
          <Row
            href="/me/notifications/kinds"
            icon="bell"
            title="What comes, and how"
            detail={
              !preferences.channels.push
                ? "nothing on your devices"
                : off === 0
                  ? "everything is on"
                  : `${plural(off, "kind")} off`
            }
          />
          <Row
            href="/me/notifications/lock-screen"
            icon="device"
            title="On a locked screen"
            detail={lockScreenWords[preferences.lockScreen ?? workspace.lockScreen].label.toLowerCase()}
          />
          <Row href="/me/settings" icon="person" title="When you are left alone" detail={alone} />
        </ul>
      </Card>
    </Section>
  );
}

function Row({
  icon,
  ...row
}: {
  href: string;
  icon: "clock" | "bell" | "device" | "person";
  title: string;
  detail: string;
}) {
  return (
    <li>
      <ListRow lead={<Icon name={icon} />} {...row} />
    </li>
  );
}
