import type { PushDevice } from "../../../shared/reminders/ledger.ts";
import { useNow } from "../../store/live.ts";
import { forgetPushDevice } from "../../store/push-api.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatAgo } from "../../ui/day.ts";
import { Icon } from "../../ui/Icon.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { useTask } from "../../ui/task.ts";

/** Whether reminders reach my other devices; one that they no longer reach comes first, with what to do. */
export function OtherDevices({
  devices,
  onChanged,
}: {
  devices: readonly PushDevice[];
  onChanged: () => void;
}) {
  const now = useNow();
  const others = devices.filter((one) => !one.current);
  if (others.length === 0) return null;
  const gone = others.filter((one) => one.state === "gone");
  const on = others.filter((one) => one.state === "on");
  return (
    <Section title="Your other devices">
      {gone.map((one) => (
        <Gone key={one.id} device={one} now={now} onChanged={onChanged} />
      ))}
      {on.length === 0 ? null : (
        <Card flush>
          <ul>
            {on.map((one) => (
              <li key={one.id}>
                <ListRow
                  lead={<Icon name="device" />}
                  title={one.name}
                  detail={`last seen ${formatAgo(one.lastSeenAt, now)}`}
                  end="reminders on"
                />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Section>
  );
}

function Gone({ device, now, onChanged }: { device: PushDevice; now: number; onChanged: () => void }) {
  const task = useTask();
  const forget = async () => {
    if (await task.run(() => forgetPushDevice(device.id))) onChanged();
  };
  const since = device.goneAt === undefined ? "" : ` It stopped ${formatAgo(device.goneAt, now)}.`;
  return (
    <Banner
      tone="warn"
      icon="device"
      title={`Reminders no longer reach ${device.name}`}
      body={
        <>
          Open Northing on it: it turns them on again by itself, or says what is in the way.{since}
          <RefusalNote refused={task.refused} where="request" />
        </>
      }
      action={
        <Button busy={task.busy} onClick={forget}>
          No reminders there any more
        </Button>
      }
    />
  );
}
