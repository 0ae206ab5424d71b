import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useMay } from "../../store/may.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import type { Place } from "./key-result-place.ts";
import { ReassignSheet } from "./ReassignSheet.tsx";

/** The one person who answers for a key result, and handing it over. */
export function KeyResultOwner({ keyResult, place }: { keyResult: RowOf<"key-result">; place: Place }) {
  const [handing, setHanding] = useState(false);
  const [mayReassign] = useMay([["key-result.reassign", { keyResultId: keyResult.id }]]);
  const owner = place.plan.members.find((one) => one.id === keyResult.ownerId);
  const gone = owner?.state !== "active";
  return (
    <Card flush>
      <ListRow
        title={owner?.name ?? "Nobody"}
        detail={gone ? "left; hand it to somebody" : "answers for it and checks in each week"}
        end={mayReassign ? <Button onClick={() => setHanding(true)}>Hand over</Button> : undefined}
      />
      <ReassignSheet open={handing} onClose={() => setHanding(false)} keyResult={keyResult} place={place} />
    </Card>
  );
}
