import { Chip } from "../../ui/Chip.tsx";
import { Field } from "../../ui/Field.tsx";
import { SideBySide } from "../../ui/SideBySide.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { type About, type Entry, type EntryField, noteMax } from "./entry.ts";
import styles from "./Words.module.css";

const chips: { about: About; word: string }[] = [
  { about: "moved", word: "What moved" },
  { about: "blocked", word: "Blocked" },
  { about: "help", word: "Need help" },
];
const prompts: Record<About, string> = {
  moved: "What moved it?",
  blocked: "Anything else?",
  help: "What help, and from whom?",
};

/** The chips, what blocks it, and the note; `why` is what the note is asked for when confidence and pace disagree. */
export function Words({
  entry,
  faults,
  why,
  onChange,
}: {
  entry: Entry;
  faults: Partial<Record<EntryField, string>>;
  why: string | undefined;
  onChange: (patch: Partial<Entry>) => void;
}) {
  const { about, note, blocked } = entry;
  const toggle = (one: About) =>
    onChange({ about: about.includes(one) ? about.filter((other) => other !== one) : [...about, one] });
  const ask = about.findLast((one) => one !== "blocked") ?? about.at(-1);
  return (
    <div className={styles.words}>
      <SideBySide label="What is it about?">
        {chips.map((one) => (
          <Chip key={one.about} pressed={about.includes(one.about)} onClick={() => toggle(one.about)}>
            {one.word}
          </Chip>
        ))}
      </SideBySide>
      {about.includes("blocked") ? (
        <Field
          label="What blocks it?"
          hint="Stays open on the key result until resolved."
          error={faults.blocked}
        >
          <TextArea rows={1} value={blocked} max={2000} onChange={(text) => onChange({ blocked: text })} />
        </Field>
      ) : null}
      <Field
        label={why === undefined ? <span className="visually-hidden">Note</span> : "Why?"}
        hint={why}
        error={faults.note}
      >
        <TextArea
          value={note}
          max={noteMax}
          placeholder={
            why === undefined ? (ask === undefined ? "A note, if you like" : prompts[ask]) : undefined
          }
          onChange={(text) => onChange({ note: text })}
        />
      </Field>
    </div>
  );
}
