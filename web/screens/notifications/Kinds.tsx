import { type ReminderGroup, reminderGroups, type Way, wayOf } from "../../../shared/people/preferences.ts";
import { mutate } from "../../store/mutate.ts";
import { delivered } from "../../store/push-api.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Card } from "../../ui/Card.tsx";
import { Field } from "../../ui/Field.tsx";
import { Page } from "../../ui/Page.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { Select } from "../../ui/Select.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { groupWords, wayWords } from "./kind-words.ts";
import { MailAddress } from "./MailAddress.tsx";
import styles from "./Notifications.module.css";
import { type Reminding, useReminding } from "./use-reminding.ts";

/** Which kinds of reminders come, and on which way; each choice is kept at once, offline too. */
export function Kinds() {
  const me = useReminding();
  const [answer] = useAnswer(() => delivered());
  const mail = answer.state === "here" ? answer.value.mail : undefined;
  return (
    <Page title="What comes, and how" back={{ href: "/me/notifications", label: "notifications" }}>
      {me === undefined ? null : <Choose {...me} mail={mail} />}
    </Page>
  );
}

/** `mail`: whether the server sends e-mail; undefined while it cannot be asked. */
function Choose({ member, leads, mail }: Reminding & { mail: boolean | undefined }) {
  const { preferences, email } = member;
  const { channels } = preferences;
  const task = useTask();
  const keep = (next: typeof channels, words: string) =>
    task.run(async () => {
      const wanted = { memberId: member.id, channels: next };
      const saved = await mutate("member.set-preferences", wanted);
      if (saved.saved) showToast({ text: words, action: { label: "Undo", onTap: () => void undo() } });
      return saved;
    });
  const undo = () => mutate("member.set-preferences", { memberId: member.id, channels });
  const choose = (group: ReminderGroup, way: Way) => {
    const { [group]: _before, ...others } = channels.kinds ?? {};
    const kinds = way === "push" ? others : { ...others, [group]: way };
    const { label } = groupWords[group];
    void keep({ push: channels.push, kinds }, `${label}: ${wayWords[way].toLowerCase()}`);
  };
  const byMail = mail !== false && email !== undefined;
  const shown = reminderGroups.filter(
    (group) =>
      leads || (group !== "metric-check" && group !== "rituals") || wayOf(preferences, group) !== "push",
  );

  return (
    <>
      <Card>
        <Switch
          label="Reminders on my devices"
          detail="Off: nothing is pushed to any of them, whatever is chosen below"
          checked={channels.push}
          onChange={(push) =>
            void keep({ ...channels, push }, push ? "Reminders are on" : "Reminders are off on every device")
          }
        />
        <RefusalNote refused={task.refused} />
      </Card>
      <Section title="Kind by kind">
        <Card>
          <div className={styles.fields}>
            {shown.map((group) => {
              const way = wayOf(preferences, group);
              const ways = waysFor(way, byMail);
              const { label, detail } = groupWords[group];
              return ways.length === 2 ? (
                <Switch
                  key={group}
                  label={label}
                  detail={detail}
                  checked={way === "push"}
                  disabled={!channels.push}
                  onChange={(on) => choose(group, on ? "push" : "off")}
                />
              ) : (
                <Field key={group} label={label} hint={detail}>
                  <Select
                    value={way}
                    onChange={(next) => {
                      const chosen = ways.find((one) => one === next);
                      if (chosen) choose(group, chosen);
                    }}
                    options={ways.map((one) => ({ value: one, label: wayWords[one] }))}
                  />
                </Field>
              );
            })}
          </div>
        </Card>
      </Section>
      <Section title="E-mail">
        <Card>
          {mail === false ? (
            <p className={styles.body}>
              This server sends no e-mail. Whoever runs it can set that up; until then reminders come to your
              devices.
            </p>
          ) : (
            <MailAddress member={member} known={mail === true} />
          )}
        </Card>
      </Section>
    </>
  );
}

/** E-mail is offered where it can be sent; somebody who has it already keeps seeing that. */
function waysFor(now: Way, byMail: boolean): Way[] {
  const all: Way[] = ["push", "email", "both", "off"];
  return all.filter((one) => byMail || one === "push" || one === "off" || one === now);
}
