import type { Saying } from "./saying.ts";
import type { Topic } from "./webhook.ts";

/** A channel that says more in an hour is read by nobody; what comes above it is counted with the next message. */
export const mostAnHour = 30;

const nouns: Record<Topic, readonly [one: string, many: string]> = {
  digest: ["digest", "digests"],
  focus: ["daily focus", "daily focuses"],
  misses: ["list of missing check-ins", "lists of missing check-ins"],
  anomalies: ["anomaly", "anomalies"],
  report: ["report", "reports"],
};

type Held = Partial<Record<Topic, number>>;

/** A message with one line, before all others, on what was held back before it. */
export function withHeld(saying: Saying, held: Held): Saying {
  const line = heldLine(held);
  return line === undefined ? saying : { ...saying, parts: [{ lines: [line] }, ...saying.parts] };
}

/** The same where the message it was to come with has nothing to say any more; undefined where nothing was held back. */
export function heldAlone(says: Topic, held: Held, origin: string): Saying | undefined {
  const line = heldLine(held);
  if (line === undefined) return undefined;
  return {
    says,
    title: "More happened than was told here",
    parts: [{ lines: [line] }],
    link: { label: "Open Northing", url: `${origin}/rhythm` },
  };
}

/** "Held back before this: 7 anomalies, 1 digest. At most 30 messages an hour come here." */
function heldLine(held: Held): string | undefined {
  const counts = (Object.entries(held) as [Topic, number][])
    .filter(([, count]) => count > 0)
    .map(([topic, count]) => `${count} ${nouns[topic][count === 1 ? 0 : 1]}`);
  if (counts.length === 0) return undefined;
  return `Held back before this: ${counts.join(", ")}. At most ${mostAnHour} messages an hour come here.`;
}
