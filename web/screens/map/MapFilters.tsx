import { useMemo } from "react";
import type { AlignmentMap } from "../../../shared/okrs/map.ts";
import type { MapStatus } from "../../../shared/okrs/map-node.ts";
import { AsOfField } from "../../ui/AsOfField.tsx";
import { Button } from "../../ui/Button.tsx";
import { plural } from "../../ui/day.ts";
import { Field } from "../../ui/Field.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import styles from "./MapFilters.module.css";
import type { SeenRows } from "./map-rows.ts";
import type { Asked } from "./use-asked.ts";
import { statusWords } from "./words.ts";

/** Whose, how it stands, what it is called, and as of when. What it finds is said, also to who cannot see it. */
export function MapFilters({
  asked,
  ask,
  map,
  rows,
  today,
  found,
}: {
  asked: Asked;
  ask: (patch: Partial<Asked>) => void;
  /** Absent while a past day is fetched. */
  map: AlignmentMap | undefined;
  rows: SeenRows | undefined;
  today: string;
  /** Key results in sight; undefined while nothing is asked. */
  found: number | undefined;
}) {
  const { squads, statuses } = useMemo(() => choicesOf(map, rows), [map, rows]);
  const narrowed = asked.squadId !== undefined || asked.status !== undefined || asked.text !== "";
  return (
    <search className={styles.filters}>
      <Field label="Find">
        <TextInput
          type="search"
          value={asked.text}
          onChange={(text) => ask({ text })}
          placeholder="a title or a name"
          maxLength={100}
        />
      </Field>
      <Field label="Squad">
        <Select
          value={asked.squadId === undefined ? every : `squad ${asked.squadId}`}
          onChange={(value) => ask({ squadId: value === every ? undefined : value.slice("squad ".length) })}
          options={[{ value: every, label: "Every squad" }, ...squads]}
        />
      </Field>
      <Field label="Status">
        <Select
          value={asked.status ?? every}
          onChange={(value) => ask({ status: statuses.find((one) => one.value === value)?.value })}
          options={[{ value: every, label: "Any status" }, ...statuses]}
        />
      </Field>
      <AsOfField on={asked.on} today={today} onChange={(on) => ask({ on, node: undefined })} />
      <div className={styles.found}>
        <p role="status">{found === undefined ? "" : `${plural(found, "key result")} in sight`}</p>
        {narrowed ? (
          <Button kind="quiet" onClick={() => ask({ squadId: undefined, status: undefined, text: "" })}>
            Show everything
          </Button>
        ) : null}
        {asked.on === undefined ? null : (
          <Button kind="quiet" onClick={() => ask({ on: undefined, node: undefined })}>
            Back to today
          </Button>
        )}
      </div>
    </search>
  );
}

const every = "every";

/** Only what is there can be chosen. */
function choicesOf(map: AlignmentMap | undefined, rows: SeenRows | undefined) {
  const there = new Set<string>();
  const standing = new Set<MapStatus>();
  for (const node of map?.nodes.values() ?? []) {
    if (node.as === "objective") there.add(node.row.squadId ?? "");
    if (node.as === "key-result") standing.add(node.status);
  }
  const squads = (rows?.squads ?? [])
    .filter((one) => there.has(one.id))
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((one) => ({ value: `squad ${one.id}`, label: one.name }));
  const statuses = (Object.keys(statusWords) as MapStatus[])
    .filter((one) => standing.has(one))
    .map((one) => ({ value: one, label: statusWords[one] }));
  const company = there.has("") ? [{ value: "squad ", label: "The company itself" }] : [];
  return { squads: [...company, ...squads], statuses };
}
