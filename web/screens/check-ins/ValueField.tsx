import { expected, milestonesDone } from "../../../shared/okrs/progress.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Bar } from "../../ui/Bar.tsx";
import { Field } from "../../ui/Field.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { Stepper } from "../../ui/Stepper.tsx";
import { formatNumber, formatValue, unitWord } from "../../ui/value.ts";
import type { CardData } from "./card-data.ts";
import { isFarOff } from "./far-off.ts";
import styles from "./ValueField.module.css";

interface Props {
  data: CardData;
  on: string;
  value: number | undefined;
  error: string | undefined;
  onChange: (value: number | undefined) => void;
}

/** The number of today, and where it puts the key result: on the bar with its tick, or inside or outside its limit. */
export function ValueField({ data, on, value, error, onChange }: Props) {
  const { keyResult } = data;
  const { unit, direction, baseline, target } = keyResult;
  const limit = direction === "stay-above" || direction === "stay-below";
  const span = baseline === undefined || target === undefined ? target : target - baseline;
  return (
    <div className={styles.value}>
      <Field label={<span className="visually-hidden">Where it is now</span>} error={error}>
        <Stepper label="Where it is now" value={value} onChange={onChange} unit={unit} span={span} />
      </Field>
      {limit ? <Limit keyResult={keyResult} value={value} /> : <Path data={data} on={on} value={value} />}
    </div>
  );
}

function Path({ data: { keyResult, cycle, said }, on, value }: Pick<Props, "data" | "on" | "value">) {
  const { unit, baseline = 0, target = 0 } = keyResult;
  const share = expected(keyResult, cycle, on);
  const byNow = baseline + share * (target - baseline);
  const made = value === undefined || target === baseline ? 0 : (value - baseline) / (target - baseline);
  const last = said.at(-1)?.latest.value;
  const isFar = isFarOff(keyResult, value, last);
  const words = [unitWord(unit), `expected ${formatNumber(byNow, unit).replace("%", "")} by now`];
  return (
    <>
      <p className={styles.words}>
        <span role="status">
          {isFar ? (
            <StatusMark status="warn">{`far from ${formatValue(last ?? baseline, unit)}, is it right?`}</StatusMark>
          ) : null}
        </span>
        {isFar ? null : words.filter(Boolean).join(" · ")}
      </p>
      <Bar progress={made} expected={share} />
    </>
  );
}

function Limit({ keyResult, value }: { keyResult: RowOf<"key-result">; value: number | undefined }) {
  const { unit, direction, target = 0 } = keyResult;
  const kept = value === undefined || (direction === "stay-above" ? value >= target : value <= target);
  const goal = formatValue(target, unit);
  return (
    <p className={styles.limit}>
      <span className={styles.words}>{unitWord(unit)}</span>
      {value === undefined ? null : (
        <StatusMark status={kept ? "ok" : "bad"}>
          {kept
            ? `${direction === "stay-above" ? "above" : "below"} ${goal}, kept`
            : `past its limit of ${goal}`}
        </StatusMark>
      )}
    </p>
  );
}

/** The milestones: those done before stand ticked; the others can be ticked now. */
export function MilestoneField({
  data: { keyResult, cycle, checkIns },
  on,
  done,
  onChange,
}: {
  data: CardData;
  on: string;
  done: readonly string[];
  onChange: (done: string[]) => void;
}) {
  const milestones = keyResult.milestones ?? [];
  const before = milestonesDone(checkIns);
  const weight = milestones.reduce((sum, one) => sum + one.weight, 0);
  const reached = milestones.filter((one) => before.has(one.id) || done.includes(one.id));
  const share = expected(keyResult, cycle, on);
  return (
    <fieldset className={styles.milestones}>
      <legend className={styles.count}>
        <span className={styles.number}>{reached.length}</span> of {milestones.length} done
      </legend>
      <Bar progress={reached.reduce((sum, one) => sum + one.weight, 0) / (weight || 1)} expected={share} />
      {milestones.map((one) => (
        <label key={one.id} className={styles.milestone}>
          <input
            type="checkbox"
            className={styles.tick}
            checked={before.has(one.id) || done.includes(one.id)}
            disabled={before.has(one.id)}
            onChange={({ currentTarget }) =>
              onChange(currentTarget.checked ? [...done, one.id] : done.filter((id) => id !== one.id))
            }
          />
          <span>{one.title}</span>
        </label>
      ))}
    </fieldset>
  );
}
