import { wordsIn } from "../../../shared/search/words.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Chip } from "../../ui/Chip.tsx";
import styles from "./Search.module.css";

const most = 4;

/** Somebody whose name was typed: everything that is theirs is one tap away. */
export function People({
  words,
  members,
  onChoose,
}: {
  words: readonly string[];
  members: readonly RowOf<"member">[];
  onChoose: (memberId: string) => void;
}) {
  const called = members.filter(({ name }) => {
    const parts = wordsIn(name);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  });
  if (called.length === 0) return null;
  return (
    <fieldset className={styles.chips}>
      <legend className="visually-hidden">Everything of one person</legend>
      {called.slice(0, most).map((one) => (
        <Chip key={one.id} onClick={() => onChoose(one.id)}>
          Everything of {one.name}
        </Chip>
      ))}
    </fieldset>
  );
}
