import type { NorthStar } from "../../../shared/metrics/north-star.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useMemberId } from "../../store/me.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { formatDay } from "../../ui/day.ts";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./NorthStarCard.module.css";

const titles: readonly { value: NorthStar["signatures"][number]["title"]; word: string }[] = [
  { value: "ceo", word: "CEO" },
  { value: "cpo", word: "CPO" },
];

/** Proposed or committed, by whose signatures, until when; and the signature that is missing, for whoever can give it. */
export function Signatures({
  northStar,
  members,
  today,
}: {
  northStar: RowOf<"north-star">;
  members: readonly RowOf<"member">[];
  today: string;
}) {
  const memberId = useMemberId();
  const task = useTask();
  const nameOf = (id: string) => members.find((one) => one.id === id)?.name ?? "somebody who left";
  const day = (at: string) => formatDay(at.slice(0, 10), undefined, today);
  const me = members.find((one) => one.id === memberId);
  const signed = northStar.signatures.map(
    (one) => `${nameOf(one.memberId)} (${one.title.toUpperCase()}) on ${day(one.at)}`,
  );
  const missing = titles.filter(({ value }) => !northStar.signatures.some((one) => one.title === value));
  const { revalidateOn } = northStar;
  const proposed = northStar.state === "proposed";
  const signs = proposed && missing.some((one) => one.value === me?.title);
  const unfilled = (proposed ? missing : []).filter(
    ({ value }) => !members.some((one) => one.title === value && one.state === "active"),
  );
  return (
    <div className={styles.signatures}>
      <p>
        {[
          proposed ? "Proposed: the CEO and the CPO commit it by signing." : "Committed.",
          signed.length > 0 && `Signed by ${signed.join(" and ")}.`,
          proposed &&
            signed.length > 0 &&
            `The ${missing.map((one) => one.word).join(" and the ")} is still missing.`,
          unfilled.length > 0 &&
            `Nobody here is ${unfilled.map((one) => one.word).join(" or ")} yet; an admin says who, under People.`,
          revalidateOn && `To be re-validated ${revalidateOn < today ? "since" : "on"} ${day(revalidateOn)}.`,
        ]
          .filter(Boolean)
          .join(" ")}
      </p>
      <RefusalNote refused={task.refused} />
      {signs ? (
        <Button
          kind="owed"
          big
          busy={task.busy}
          onClick={async () =>
            (await task.run(() => mutate("north-star.commit", { northStarId: northStar.id }))) &&
            showToast({ text: missing.length === 1 ? "Signed: the North Star is committed" : "Signed" })
          }
        >
          Sign as {me?.title?.toUpperCase()}
        </Button>
      ) : null}
    </div>
  );
}
