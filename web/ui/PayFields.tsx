import { Chip } from "./Chip.tsx";
import styles from "./PayFields.module.css";
import type { Choice } from "./Select.tsx";
import { Switch } from "./Switch.tsx";

export interface Pay {
  payLinked: boolean;
  /** Guardrails that keep it from being gamed. */
  counterweights: readonly string[];
}

/** Whether somebody's pay hangs on a number, what that does to it, and the guardrails that must hold beside it. */
export function PayFields({
  value,
  set,
  guardrails,
  error,
}: {
  value: Pay;
  set: (patch: Partial<Pay>) => void;
  guardrails: readonly Choice[];
  error?: string | undefined;
}) {
  const { payLinked, counterweights } = value;
  const toggled = (id: string) =>
    counterweights.includes(id) ? counterweights.filter((one) => one !== id) : [...counterweights, id];
  return (
    <>
      <Switch
        label="Pay-linked"
        detail="A bonus or a review hangs on this number."
        checked={payLinked}
        onChange={(on) => set({ payLinked: on })}
      />
      {payLinked ? (
        <div className={styles.caution}>
          <p>
            <strong>Be careful.</strong> People bend what they are paid for. Link pay only to a number that is
            hard to move by any other way than serving customers, weigh it together with other goals, and name
            the guardrails that must hold while it is pushed.
          </p>
          <fieldset className={styles.group}>
            <legend className={styles.legend}>Its counterweights</legend>
            <p>
              {guardrails.length === 0
                ? "There is no guardrail yet to hold against it. Define one first."
                : "Guardrails that say at what price it moved."}
            </p>
            {guardrails.map((one) => (
              <Chip
                key={one.value}
                pressed={counterweights.includes(one.value)}
                onClick={() => set({ counterweights: toggled(one.value) })}
              >
                {one.label}
              </Chip>
            ))}
          </fieldset>
          <p className={styles.error} role="alert">
            {error}
          </p>
          {counterweights.length === 0 && guardrails.length > 0 ? (
            <p className={styles.missing}>Without a counterweight nobody sees what it costs.</p>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
