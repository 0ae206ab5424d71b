import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Field } from "../../ui/Field.tsx";
import { Select } from "../../ui/Select.tsx";
import styles from "./Search.module.css";
import type { Asked } from "./use-asked.ts";

/** One cycle alone, one person alone. */
export function Filters({
  asked,
  cycles,
  members,
  onAsk,
}: {
  asked: Asked;
  cycles: readonly RowOf<"cycle">[];
  members: readonly RowOf<"member">[];
  onAsk: (change: Partial<Asked>) => void;
}) {
  const latest = cycles.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
  const named = members.toSorted((a, b) => a.name.localeCompare(b.name));
  const choices = (any: string, rows: readonly { id: string; name: string }[]) => [
    { value: "", label: any },
    ...rows.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className={styles.filters}>
      <Field label="Cycle">
        <Select
          options={choices("Any cycle", latest)}
          value={asked.cycleId ?? ""}
          onChange={(id) => onAsk({ cycleId: id || undefined })}
        />
      </Field>
      <Field label="Person">
        <Select
          options={choices("Anybody", named)}
          value={asked.memberId ?? ""}
          onChange={(id) => onAsk({ memberId: id || undefined })}
        />
      </Field>
    </div>
  );
}
