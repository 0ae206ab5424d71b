import { useState } from "react";
import { mutate, newId } from "../../store/mutate.ts";
import { type Delivery, useDelivery } from "../../store/sync-state.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { LineToStar } from "../../ui/LineToStar.tsx";
import { Page } from "../../ui/Page.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { useTask } from "../../ui/task.ts";
import { useCardData } from "./card-data.ts";
import type { Passed } from "./Stack.tsx";
import styles from "./Summary.module.css";
import { saidWords } from "./said-words.ts";

type Saved = Passed & { saved: NonNullable<Passed["saved"]> };

const icons: Record<Delivery, IconName> = {
  "on-this-phone": "device",
  sending: "sync",
  "on-the-server": "check",
  "not-accepted": "warning",
};

/** After the last card: what was saved, where it is, a way back, and where it leads. */
export function Summary({
  passed,
  on,
  onAgain,
}: {
  passed: readonly Passed[];
  on: string;
  onAgain: (keyResultId: string) => void;
}) {
  const saved = passed.filter((one): one is Saved => one.saved !== undefined);
  const skipped = passed.length - saved.length;
  const delivery = useDelivery(saved.map((one) => one.saved.mutationId));
  const title = saved.length === 0 ? "Nothing saved" : `${plural(saved.length, "check-in")} saved`;
  return (
    <Page readOut title={title} detail={skipped > 0 ? `${skipped} left for later` : undefined}>
      {saved.map((one) => (
        <SavedCard
          key={one.keyResultId}
          saved={one}
          on={on}
          delivery={delivery[one.saved.mutationId]}
          onAgain={onAgain}
        />
      ))}
      <div className={styles.on}>
        <Button big href="/">
          Back to Today
        </Button>
        <Button kind="quiet" href="/check-in/mine">
          My key results
        </Button>
      </div>
    </Page>
  );
}

const where: Record<Delivery, string> = {
  "on-this-phone": "on this phone, not sent yet",
  sending: "sending",
  "on-the-server": "on the server",
  "not-accepted": "not accepted, text kept here",
};
function SavedCard({
  saved,
  on,
  delivery,
  onAgain,
}: {
  saved: Saved;
  on: string;
  delivery: Delivery | undefined;
  onAgain: (keyResultId: string) => void;
}) {
  const data = useCardData(saved.keyResultId, on);
  const [undone, setUndone] = useState(false);
  const { busy, refused, run } = useTask();
  if (data === undefined)
    return (
      <Card>
        <div className={styles.waiting} aria-busy="true" />
      </Card>
    );
  if (data === null) return null;
  const checkIn = data.said.find((one) => one.original.id === saved.saved.checkInId);
  const undo = async () => {
    const outcome = () => mutate("check-in.retract", { id: newId(), checkInId: saved.saved.checkInId });
    if (await run(outcome)) setUndone(true);
  };
  return (
    <Card>
      <div className={styles.words}>
        <h2 className={styles.title}>{data.keyResult.title}</h2>
        {checkIn === undefined ? (
          <p className={styles.soft}>Taken back. It stays in the history as taken back.</p>
        ) : (
          <p>{saidWords(checkIn, data)}</p>
        )}
        {checkIn?.latest.note === undefined ? null : <p className={styles.note}>{checkIn.latest.note}</p>}
        <LineToStar keyResult={data.keyResult} sky={data} from="it moves" />
      </div>
      <RefusalNote refused={refused} />
      <div className={styles.row}>
        {checkIn === undefined || delivery === undefined ? null : (
          <span className={styles.where}>
            <Icon name={icons[delivery]} />
            {where[delivery]}
          </span>
        )}
        {undone || checkIn === undefined ? (
          <Button onClick={() => onAgain(saved.keyResultId)}>Check in again</Button>
        ) : (
          <Button kind="quiet" busy={busy} onClick={() => void undo()}>
            <Icon name="undo" />
            Undo
          </Button>
        )}
      </div>
    </Card>
  );
}
