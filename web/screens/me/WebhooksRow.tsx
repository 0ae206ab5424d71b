import { useLive } from "../../store/live.ts";
import { type Deed, useMay } from "../../store/may.ts";
import { Icon } from "../../ui/Icon.tsx";
import { ListRow } from "../../ui/ListRow.tsx";

/** The way to webhooks, for whoever may set one up: admins, and whoever leads a squad. */
export function WebhooksRow({ isAdmin }: { isAdmin: boolean }) {
  const squads = useLive(async (read) => await read.list("squad"), []) ?? [];
  const active = squads.filter((one) => one.state === "active");
  const leads = useMay(active.map((one): Deed => ["squad.rename", { squadId: one.id }]));
  if (!isAdmin && !leads.includes(true)) return null;
  return <ListRow href="/me/webhooks" lead={<Icon name="share" />} title="Slack, Teams and webhooks" />;
}
