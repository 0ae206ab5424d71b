import { useOverwrites } from "../../store/overwrites.ts";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { overwriteWords } from "../../ui/overwrite-words.ts";

/** What somebody has set otherwise after this phone had set it: the newest in words, and the way to all of them. */
export function ChangedAfterYou() {
  const [newest, ...others] = useOverwrites() ?? [];
  if (newest === undefined) return null;
  const more = others.length === 0 ? "" : ` And ${plural(others.length, "thing")} more.`;
  return (
    <Card flush label="Changed after you">
      <ListRow
        href="/me/sync"
        title="Changed after you"
        detail={`${newest.subject}: ${overwriteWords(newest)}${more}`}
      />
    </Card>
  );
}
