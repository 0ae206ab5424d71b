import type { ReportRhythm } from "../../../shared/people/preferences.ts";
import { checkInTime } from "../../../shared/reminders/intent.ts";
import { setSubscribed } from "../../store/channels.ts";
import { mutate } from "../../store/mutate.ts";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { lockScreenWords } from "../../ui/lock-screen-words.ts";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import type { Place } from "./use-place.ts";

type Chosen = ReportRhythm | "off";

const options = [
  { value: "off", label: "Off" },
  { value: "weekly", label: "Weekly" },
  { value: "monthly", label: "Monthly" },
] as const satisfies readonly { value: Chosen; label: string }[];

const toasts: Record<Chosen, string> = {
  off: "The report does not come by e-mail",
  weekly: "The report comes every week",
  monthly: "The report comes every month",
};

/**
 * How often the report of the cycle comes to one's mailbox. Kept like every setting, offline too; `ended`: somebody has
 * ended it by the link of an e-mail, which choosing it again takes back.
 */
export function ReportByMail({
  place: { member, workspace },
  ended,
  onChanged,
}: {
  place: Place;
  ended: boolean;
  onChanged: () => void;
}) {
  const task = useTask();
  const chosen = member.preferences.report ?? "off";
  const keep = (next: Chosen) =>
    mutate("member.set-preferences", { memberId: member.id, report: next === "off" ? null : next });
  const choose = (next: Chosen) =>
    task.run(async () => {
      const saved = await keep(next);
      if (!saved.saved) return saved;
      showToast({ text: toasts[next], action: { label: "Undo", onTap: () => void keep(chosen) } });
      if (ended && next !== "off") {
        await setSubscribed("report", true);
        onChanged();
      }
      return saved;
    });
  const time = checkInTime(member, workspace.rhythm);
  const hints: Record<Chosen, string> = {
    off: "The report of the cycle, short, in your mailbox: the star, what changed, how sure we are.",
    weekly: `On the working day after the metric check, at ${time}.`,
    monthly: `On the fifth working day of the month, at ${time}.`,
  };
  const level = lockScreenWords[member.preferences.lockScreen ?? workspace.lockScreen];
  return (
    <Section title="The report by e-mail">
      <Card>
        <SegmentedField
          label="How often it comes"
          hint={
            member.email === undefined && chosen !== "off"
              ? "It comes once you have an address above."
              : hints[chosen]
          }
          options={options}
          value={chosen}
          onChange={(next) => void choose(next)}
        />
        <RefusalNote refused={task.refused} />
      </Card>
      <Card flush>
        <ListRow href="/rhythm/report" title="Read the report now" />
        <ListRow
          href="/me/notifications/lock-screen"
          title="What e-mails hold"
          detail="As much as your locked screen shows"
          end={level.label.toLowerCase()}
        />
      </Card>
    </Section>
  );
}
