import { useState } from "react";
import { useDrafted } from "../../store/drafted.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { DraftNote } from "../../ui/DraftNote.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./DecisionRules.module.css";

const most = 20;
const longest = 500;

/** Edits the rules and confirms them; emptied ones are left out. */
export function DecisionRulesForm({
  confirmed,
  begin,
}: {
  confirmed: readonly string[];
  begin: readonly string[];
}) {
  const [tried, setTried] = useState(false);
  const task = useTask();
  const draft = useDrafted<{ rules: readonly string[] }>("workspace.set-decision-rules", { rules: begin });
  if (draft === undefined) return null;
  const { rules } = draft.value;
  const said = rules.map((one) => one.trim()).filter(Boolean);
  const changed = said.join("\n") !== confirmed.join("\n");
  const tooLong = said.some((one) => one.length > longest);
  const set = (index: number, text: string) =>
    draft.set({ rules: rules.map((one, at) => (at === index ? text : one)) });

  async function save() {
    setTried(true);
    if (draft === undefined || said.length === 0 || tooLong) return;
    const before = [...confirmed];
    if (!(await task.run(() => mutate("workspace.set-decision-rules", { rules: said })))) return;
    await draft.drop();
    setTried(false);
    showToast({
      text: "Confirmed: these are the rules now",
      action: {
        label: "Undo",
        onTap: () => void task.run(() => mutate("workspace.set-decision-rules", { rules: before })),
      },
    });
  }

  return (
    <Form label="Decision rules" onSubmit={save}>
      <DraftNote draft={draft} />
      {rules.map((rule, index) => (
        <div key={index} className={styles.rule}>
          <Field
            label={`Rule ${index + 1}`}
            error={tried && said.length === 0 && index === 0 ? "Say at least one rule." : undefined}
          >
            <TextArea value={rule} max={longest} onChange={(text) => set(index, text)} />
          </Field>
          <Button
            kind="quiet"
            aria-label={`Take out rule ${index + 1}`}
            onClick={() => draft.set({ rules: rules.filter((_, at) => at !== index) })}
          >
            Take out
          </Button>
        </div>
      ))}
      {rules.length < most ? (
        <Button onClick={() => draft.set({ rules: [...rules, ""] })}>
          <Icon name="plus" />
          Add a rule
        </Button>
      ) : null}
      <RefusalNote refused={task.refused} />
      <Button kind={changed ? "owed" : "plain"} big type="submit" busy={task.busy}>
        {confirmed.length === 0 ? "Confirm these rules" : "Confirm the changes"}
      </Button>
    </Form>
  );
}
