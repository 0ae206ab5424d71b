import { useSearch } from "wouter";
import type { Delivered } from "../../../shared/reminders/ledger.ts";
import { delivered } from "../../store/push-api.ts";
import { type Answer, useAnswer } from "../../ui/answer.ts";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { Choices } from "./Choices.tsx";
import { HeldBack } from "./HeldBack.tsx";
import { LastReminders } from "./LastReminders.tsx";
import { LedgerUnknown } from "./LedgerUnknown.tsx";
import { OtherDevices } from "./OtherDevices.tsx";
import { SnoozeAll } from "./SnoozeAll.tsx";
import { SnoozeAsked } from "./SnoozeAsked.tsx";
import { ThisDevice } from "./ThisDevice.tsx";
import { useReminding } from "./use-reminding.ts";

const lookAgain = 5_000;
const lately = 4;

/** Whether reminders reach me, when they come and what they say, and what became of the last ones. */
export function Notifications() {
  const me = useReminding();
  const asked = new URLSearchParams(useSearch()).get("snooze");
  const [sent, again] = useAnswer(() => delivered(), { every: lookAgain });
  const back = { href: "/me", label: "your page" };
  if (me === undefined)
    return (
      <Page title="Notifications" back={back}>
        {null}
      </Page>
    );
  const { zone } = me.member;
  const known = sent.state === "here" ? sent.value : undefined;
  return (
    <Page title="Notifications" back={back} aside={<Lately sent={sent} zone={zone} onAgain={again} />}>
      {asked === null ? null : <SnoozeAsked id={asked} zone={zone} sent={known?.reminders} onDone={again} />}
      <ThisDevice nextAt={known?.nextAt} zone={zone} calm={asked !== null} onSent={again} />
      {known ? <OtherDevices devices={known.devices} onChanged={again} /> : null}
      <SnoozeAll member={me.member} />
      <Choices {...me} />
    </Page>
  );
}

function Lately({ sent, zone, onAgain }: { sent: Answer<Delivered>; zone: string; onAgain: () => void }) {
  if (sent.state === "waiting") return null;
  return (
    <>
      <Section title="Reminders on this device">
        {sent.state === "refused" ? <LedgerUnknown code={sent.code} onAgain={onAgain} /> : null}
        {sent.state === "here" ? (
          <>
            <LastReminders sent={sent.value.reminders.slice(0, lately)} zone={zone} />
            <Button kind="quiet" href="/me/notifications/sent">
              The last ten, device by device
            </Button>
          </>
        ) : null}
      </Section>
      {sent.state === "here" ? <HeldBack heldBack={sent.value.heldBack} zone={zone} /> : null}
    </>
  );
}
