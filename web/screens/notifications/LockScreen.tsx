import { standing } from "../../../shared/check-ins/history.ts";
import type { OwedKeyResult } from "../../../shared/reminders/saying.ts";
import type { LockScreen as Level } from "../../../shared/reminders/wording.ts";
import { type Reader, useLive } from "../../store/live.ts";
import { mutate } from "../../store/mutate.ts";
import { Card } from "../../ui/Card.tsx";
import { lockScreenWords } from "../../ui/lock-screen-words.ts";
import { Page } from "../../ui/Page.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { LockScreenLevel } from "./LockScreenLevel.tsx";
import styles from "./Notifications.module.css";
import { type Reminding, useReminding } from "./use-reminding.ts";

const levels: readonly Level[] = ["private", "titles", "full"];

/** What a reminder says on a locked screen: each level as this person's next one would really look. */
export function LockScreen() {
  const me = useReminding();
  const memberId = me?.member.id ?? "";
  const owed = useLive((read) => nextOwed(read, memberId), [memberId]);
  return (
    <Page title="On a locked screen" back={{ href: "/me/notifications", label: "notifications" }}>
      {me === undefined || owed === undefined ? null : <Levels {...me} owed={owed} />}
    </Page>
  );
}

function Levels({ member, workspace, owed }: Reminding & { owed: readonly OwedKeyResult[] }) {
  const task = useTask();
  const own = member.preferences.lockScreen;
  const level = own ?? workspace.lockScreen;
  const keep = (next: Level | null) =>
    task.run(async () => {
      const saved = await mutate("member.set-preferences", { memberId: member.id, lockScreen: next });
      if (saved.saved) showToast({ text: lockScreenWords[next ?? workspace.lockScreen].label });
      return saved;
    });
  return (
    <>
      <p className={styles.body}>
        {owed.length === 0
          ? "Once you own a running key result, its reminder is shown here as it will look."
          : "This is how your weekly reminder looks to whoever sees your locked screen."}
      </p>
      <fieldset className={styles.levels}>
        <legend className="visually-hidden">What a locked screen may show</legend>
        {levels.map((one) => (
          <LockScreenLevel
            key={one}
            level={one}
            owed={owed}
            locale={member.locale}
            chosen={one === level}
            onChoose={() => void keep(one)}
          />
        ))}
      </fieldset>
      <RefusalNote refused={task.refused} />
      <Card>
        <Switch
          label="As the workspace has it"
          detail={`${lockScreenWords[workspace.lockScreen].label}, until an admin changes it`}
          checked={own === undefined}
          onChange={(follow) => void keep(follow ? null : level)}
        />
      </Card>
    </>
  );
}

const shownAtMost = 4;

/** The running key results of a member with what was last said of them: what a reminder would be about. */
async function nextOwed(read: Reader, memberId: string): Promise<OwedKeyResult[]> {
  const found: OwedKeyResult[] = [];
  for (const cycle of await read.list("cycle")) {
    if (cycle.state !== "running") continue;
    for (const keyResult of await read.inCycle("key-result", cycle.id)) {
      if (keyResult.ownerId !== memberId || keyResult.state !== "committed") continue;
      const last = standing(await read.list("check-in", keyResult.id)).at(-1)?.latest;
      found.push({ keyResult, last });
      if (found.length === shownAtMost) return found;
    }
  }
  return found;
}
