import { Link } from "wouter";
import type { ReviewSubject } from "../../../shared/reviews/review.ts";
import type { ReviewRows } from "../../../shared/reviews/rows.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useMay } from "../../store/may.ts";
import { Field } from "../../ui/Field.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { formatGoal } from "../../ui/value.ts";

type KeyResult = RowOf<"key-result"> & { target: number };

/** The key result a decision may move the target of: it has one, its cycle runs, and this member may edit it. */
export function useRealignable(subject: ReviewSubject, rows: ReviewRows): KeyResult | undefined {
  const found =
    subject.kind === "key-result" ? rows.keyResults.find((one) => one.id === subject.id) : undefined;
  const [may] = useMay(found === undefined ? [] : [["key-result.revise", { keyResultId: found.id }]]);
  const runs = rows.cycles.some((one) => one.id === found?.cycleId && one.state === "running");
  if (found?.target === undefined || may !== true || !runs || found.state !== "committed") return undefined;
  return { ...found, target: found.target };
}

/** The edit another target means, the one that takes it back, and both in words; undefined while it is the same. */
export function realigned({ id, target, unit }: KeyResult, asked: number | undefined) {
  if (asked === undefined || asked === target) return undefined;
  return {
    words: `Target ${formatGoal(target, unit)} to ${formatGoal(asked, unit)}`,
    revise: { keyResultId: id, target: asked },
    undo: { keyResultId: id, target },
  };
}

/** Another target for a key result, beside the way to everything else about it and to what was changed before. */
export function TargetField({
  keyResult,
  value,
  onChange,
}: {
  keyResult: KeyResult;
  value: number;
  onChange: (target: number | undefined) => void;
}) {
  return (
    <Field
      label="Target"
      hint={
        <>
          It was {formatGoal(keyResult.target, keyResult.unit)}. What you say below is kept as the reason.{" "}
          <Link href={`/cycle/key-results/${keyResult.id}/edit`}>Edit the rest, or see who changed what</Link>
        </>
      }
    >
      <NumberInput value={value} unit={keyResult.unit} onChange={onChange} />
    </Field>
  );
}
