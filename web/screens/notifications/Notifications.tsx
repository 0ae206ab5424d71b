import { useSearch } from "wouter";
import { sentReminders } from "../../store/push-api.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Page } from "../../ui/Page.tsx";
import { LastReminders } from "./LastReminders.tsx";
import { MyReminder } from "./MyReminder.tsx";
import { SnoozeAsked } from "./SnoozeAsked.tsx";
import { ThisDevice } from "./ThisDevice.tsx";
import { useReminding } from "./use-reminding.ts";

const lookAgain = 5_000;

/** Whether reminders reach this device, when they come and what they say, and what became of the last ones. */
export function Notifications() {
  const me = useReminding();
  const asked = new URLSearchParams(useSearch()).get("snooze");
  const [sent, again] = useAnswer(sentReminders, { every: lookAgain });
  const nextAt = sent.state === "here" ? sent.value.nextAt : undefined;
  const back = { href: "/me", label: "your page" };
  if (me === undefined)
    return (
      <Page title="Notifications" back={back}>
        {null}
      </Page>
    );
  const { zone } = me.member;
  return (
    <Page title="Notifications" back={back}>
      {asked === null ? null : <SnoozeAsked id={asked} zone={zone} onDone={again} />}
      <ThisDevice nextAt={nextAt} zone={zone} calm={asked !== null} onSent={again} />
      <MyReminder key={JSON.stringify(me.member.preferences)} {...me} />
      <LastReminders sent={sent} zone={zone} onAgain={again} />
    </Page>
  );
}
