import { heldBackIn } from "../../../shared/reminders/held-back.ts";
import type { HeldBack as Held } from "../../../shared/reminders/ledger.ts";
import { useLive, useNow } from "../../store/live.ts";
import { useMemberId } from "../../store/me.ts";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";

/** One quiet line: how many messages the budget kept back today, and the way to them. */
export function HeldBack({ heldBack }: { heldBack: readonly Held[] }) {
  const now = useNow();
  const me = useMemberId();
  const zone = useLive(async (read) => (await read.get("member", me))?.zone, [me]);
  if (zone === undefined) return null;
  const { today, week } = heldBackIn(heldBack, now, zone);
  if (today.length === 0) return null;
  const more = week.length > today.length ? `; ${week.length} this week` : "";
  return (
    <Card flush label="Held back">
      <ListRow
        href="/me/notifications/sent"
        title={`${plural(today.length, "message")} held back today${more}`}
        detail="so that no more than three a day come"
      />
    </Card>
  );
}
