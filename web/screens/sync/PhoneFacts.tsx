import type { SyncState } from "../../store/sync-state.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatAgo } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import { skewWords } from "./skew-words.ts";

/** How safe this phone's copy lies: when it last met the server, whether the browser keeps it, what its clock says. */
export function PhoneFacts({ sync, now }: { sync: SyncState; now: number }) {
  const { lastSyncedAt, persisted, skewMs, storageFull } = sync;
  const skew = skewWords(skewMs);
  return (
    <Section title="How safe it is here">
      {storageFull ? (
        <Banner
          tone="bad"
          title="This phone is full"
          body="What you wrote is safe, but nothing new comes in. Free some space, then sync now."
        />
      ) : null}
      {skew ? (
        <Banner
          tone="warn"
          icon="clock"
          title={skew}
          body="Nothing is lost and sending works. Set the clock to automatic, so that check-ins carry the right day."
        />
      ) : null}
      <Card flush>
        <ListRow
          title="Last synced"
          end={lastSyncedAt === undefined ? "not yet" : formatAgo(lastSyncedAt, now - (skewMs ?? 0))}
        />
        <ListRow
          title="Kept by the browser"
          detail={
            persisted
              ? undefined
              : "It may clear Northing when space runs short. Put Northing on the Home Screen to change that."
          }
          end={persisted === undefined ? "not known" : persisted ? "yes" : "not promised"}
        />
        {skew ? null : (
          <ListRow title="Clock" end={skewMs === undefined ? "not compared yet" : "agrees with the server"} />
        )}
      </Card>
    </Section>
  );
}
