import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useMemberId } from "../../store/me.ts";
import { mutate } from "../../store/mutate.ts";
import { Signatures } from "../../ui/Signatures.tsx";

/** Who stands behind a North Star, and one's own signature where it is missing. */
export function StarSignatures({
  northStar,
  members,
  today,
}: {
  northStar: RowOf<"north-star">;
  members: readonly RowOf<"member">[];
  today: string;
}) {
  return (
    <Signatures
      northStar={northStar}
      members={members}
      memberId={useMemberId()}
      today={today}
      onSign={(horizonMonths) => mutate("north-star.commit", { northStarId: northStar.id, horizonMonths })}
    />
  );
}
