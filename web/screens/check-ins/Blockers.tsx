import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useDrafted } from "../../store/drafted.ts";
import { useNow } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { mutate, newId } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatAgo, formatDay } from "../../ui/day.ts";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Blockers.module.css";
import { type CardData, dayOf } from "./card-data.ts";

/** What stops the key result: open ones to resolve, and those that were. */
export function Blockers({ data, open }: { data: CardData; open: boolean }) {
  const [mayRaise] = useMay([["blocker.raise", { keyResultId: data.keyResult.id }]]);
  const [sheet, setSheet] = useState<"raise" | RowOf<"blocker">>();
  const blockers = [...data.blockers].sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  const raise = open && mayRaise === true;
  if (blockers.length === 0 && !raise) return null;
  return (
    <Section
      title="Blockers"
      end={
        raise ? (
          <Button kind="quiet" onClick={() => setSheet("raise")}>
            Raise one
          </Button>
        ) : undefined
      }
    >
      {blockers.length === 0 ? (
        <p className={styles.none}>Nothing blocks it.</p>
      ) : (
        <Card flush>
          <ul>
            {blockers.map((one) => (
              <Row key={one.id} blocker={one} data={data} onResolve={() => setSheet(one)} />
            ))}
          </ul>
        </Card>
      )}
      {sheet === undefined ? null : (
        <BlockerSheet
          data={data}
          blocker={sheet === "raise" ? undefined : sheet}
          onClose={() => setSheet(undefined)}
        />
      )}
    </Section>
  );
}

function Row({
  blocker,
  data,
  onResolve,
}: {
  blocker: RowOf<"blocker">;
  data: CardData;
  onResolve: () => void;
}) {
  const now = useNow();
  const [mayResolve] = useMay([["blocker.resolve", { blockerId: blocker.id }]]);
  const owner = data.members.find((one) => one.id === blocker.ownerId)?.name ?? "somebody who left";
  const { resolvedAt, resolution } = blocker;
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={resolvedAt === undefined ? styles.open : styles.closed}>{blocker.text}</p>
        <p className={styles.soft}>
          {resolvedAt === undefined
            ? `${owner}, raised ${formatAgo(blocker.openedAt, now)}`
            : `resolved ${formatDay(dayOf(resolvedAt, data))}${resolution ? `: ${resolution}` : ""}`}
        </p>
      </div>
      {resolvedAt === undefined && mayResolve === true ? <Button onClick={onResolve}>Resolve</Button> : null}
    </li>
  );
}

/** Raises a blocker, or resolves one with a word on how. What is typed is kept until it is saved. */
function BlockerSheet({
  data,
  blocker,
  onClose,
}: {
  data: CardData;
  blocker: RowOf<"blocker"> | undefined;
  onClose: () => void;
}) {
  const [id] = useState(newId);
  const [tried, setTried] = useState(false);
  const draft = useDrafted(`blocker/${blocker?.id ?? data.keyResult.id}`, { text: "" });
  const { busy, refused, run } = useTask();
  if (draft === undefined) return null;
  const text = draft.value.text.trim();
  const save = async () => {
    setTried(true);
    if (blocker === undefined && text === "") return;
    const done = await run(() =>
      blocker === undefined
        ? mutate("blocker.raise", { id, keyResultId: data.keyResult.id, text })
        : mutate("blocker.resolve", { blockerId: blocker.id, ...(text === "" ? {} : { resolution: text }) }),
    );
    if (!done) return;
    onClose();
    showToast({ text: blocker === undefined ? "Blocker raised" : "Blocker resolved" });
    await draft.drop();
  };
  return (
    <Sheet open onClose={onClose} title={blocker === undefined ? "Raise a blocker" : "Resolve the blocker"}>
      {blocker === undefined ? null : <p>{blocker.text}</p>}
      <Form label="Blocker" onSubmit={() => void save()}>
        <Field
          label={blocker === undefined ? "What blocks it?" : "How was it resolved? (optional)"}
          error={
            tried && blocker === undefined && text === "" ? "Say what blocks it, in a few words." : undefined
          }
        >
          <TextArea
            value={draft.value.text}
            max={blocker === undefined ? 2000 : 500}
            onChange={(value) => draft.set({ text: value })}
          />
        </Field>
        <RefusalNote refused={refused} />
        <Button kind="owed" big busy={busy} type="submit">
          {blocker === undefined ? "Raise it" : "Resolve it"}
        </Button>
      </Form>
    </Sheet>
  );
}
