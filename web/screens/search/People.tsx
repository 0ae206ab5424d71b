import { wordsIn } from "../../../shared/search/words.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { Chip } from "../../ui/Chip.tsx";
import { SideBySide } from "../../ui/SideBySide.tsx";

const most = 4;

/** Members whose names begin with the words, in any order; nobody for no words. */
export function calledBy(words: readonly string[], members: readonly RowOf<"member">[]): RowOf<"member">[] {
  if (words.length === 0) return [];
  return members.filter(({ name }) => {
    const parts = wordsIn(name);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  });
}

/** Somebody whose name was typed: everything that is theirs is one tap away. */
export function People({
  members,
  onChoose,
}: {
  members: readonly RowOf<"member">[];
  onChoose: (memberId: string) => void;
}) {
  if (members.length === 0) return null;
  return (
    <SideBySide label="Everything of one person" scrolls>
      {members.slice(0, most).map((one) => (
        <Chip key={one.id} onClick={() => onChoose(one.id)}>
          Everything of {one.name}
        </Chip>
      ))}
    </SideBySide>
  );
}
