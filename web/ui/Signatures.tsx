import { useState } from "react";
import { Link } from "wouter";
import type { NorthStar } from "../../shared/metrics/north-star.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import { addMonths } from "../../shared/time/local-date.ts";
import { Button } from "./Button.tsx";
import { formatDay } from "./day.ts";
import { Field } from "./Field.tsx";
import { RefusalNote } from "./RefusalNote.tsx";
import { Select } from "./Select.tsx";
import styles from "./Signatures.module.css";
import { signatureWords, standingOf } from "./signature-words.ts";
import { showToast } from "./Toast.tsx";
import { useTask } from "./task.ts";

const months = [12, 13, 14, 15, 16, 17, 18];

const commitWords = {
  open: "Proposed until the CEO and the CPO have signed it.",
  done: "Signed: the North Star is committed",
};

/**
 * Proposed or committed, by whose signatures, until when; and the signature that is missing, for whoever can give it.
 * `onSign` gives it for a horizon in months.
 */
export function Signatures({
  northStar,
  members,
  memberId,
  today,
  about = commitWords,
  horizons: asked = true,
  onSign,
}: {
  northStar: RowOf<"north-star">;
  members: readonly RowOf<"member">[];
  /** Who looks at it. */
  memberId: string;
  today: string;
  /** What is signed, where it is not a proposal: what it says until both have, and once they have. */
  about?: { open: string; done: string };
  /** Whether how long it holds is chosen with the signature. */
  horizons?: boolean;
  onSign: (horizonMonths: number) => Promise<unknown>;
}) {
  const [chosen, setChosen] = useState<NorthStar["horizonMonths"]>();
  const task = useTask();
  const { missing, signs, title, unfilled } = standingOf(northStar, members, memberId);
  const horizon = chosen ?? northStar.horizonMonths;
  const anew = horizon !== northStar.horizonMonths && northStar.signatures.length > 0;
  const last = missing.length === 1 && !anew;
  const sign = async () =>
    (await task.run(() => onSign(horizon))) && showToast({ text: last ? about.done : "Signed" });
  return (
    <div className={styles.signatures}>
      <p>{signatureWords(northStar, members, today, about.open)}</p>
      {unfilled ? (
        <p>
          {unfilled} <Link href="/me/people">An admin says who, under People.</Link>
        </p>
      ) : null}
      {signs ? (
        <>
          {asked ? (
            <Field
              label="It holds for"
              hint={`Signed today, it is to be re-validated on ${formatDay(addMonths(today, horizon), undefined, today)}.`}
            >
              <Select
                options={months.map((one) => ({ value: String(one), label: `${one} months` }))}
                value={String(horizon)}
                onChange={(value) => setChosen(Number(value))}
              />
            </Field>
          ) : null}
          {anew ? <p>Another horizon asks for both signatures anew.</p> : null}
          <RefusalNote refused={task.refused} />
          <Button kind="owed" big busy={task.busy} onClick={sign}>
            Sign as {title?.toUpperCase()}
          </Button>
        </>
      ) : null}
    </div>
  );
}
