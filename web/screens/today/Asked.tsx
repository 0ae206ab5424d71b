import type { Owed } from "../../../shared/check-ins/owed.ts";
import { type Reader, useLive, useNow } from "../../store/live.ts";
import { lastOf } from "../../store/nudging.ts";
import { useOwed } from "../../store/owed.ts";
import { Card } from "../../ui/Card.tsx";
import { formatAgo } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";

const none: Owed[] = [];

/** Who has asked me for a check-in that I still owe. */
export function Asked() {
  const now = useNow();
  const owed = useOwed() ?? none;
  const asked = useLive((read) => readAsked(read, owed), [owed.map((one) => one.keyResult.id).join()]);
  if (asked === undefined || asked.length === 0) return null;
  return (
    <Card flush label="You were asked">
      <ul>
        {asked.map(({ keyResult, by, at, note }) => (
          <li key={keyResult.id}>
            <ListRow
              href={`/check-in?kr=${keyResult.id}`}
              title={`${by} asked you to check in`}
              detail={`${keyResult.title}, ${formatAgo(at, now)}${note ? `: “${note}”` : ""}`}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

async function readAsked(read: Reader, owed: readonly Owed[]) {
  const found = await Promise.all(
    owed.map(async ({ keyResult, occurrence, owner }) => {
      const last = lastOf(await read.list("nudge", keyResult.id), occurrence.opensOn, owner.zone);
      if (last === undefined) return [];
      const by = (await read.get("member", last.by))?.name ?? "Somebody";
      return [{ keyResult, by, at: last.at, note: last.note }];
    }),
  );
  return found.flat();
}
