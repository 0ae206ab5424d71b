import type { ApiToken } from "../../store/tokens.ts";
import { formatAgo, formatDay, plural } from "../../ui/day.ts";

/** Where a token stands, in a line: what it may touch, until when, when it was last used. */
export function tokenLine(
  { metricIds, expiresAt, lastUsedAt }: ApiToken,
  now: number,
  today: string,
): string {
  return [
    metricIds === null ? "every metric" : plural(metricIds.length, "metric"),
    endWords(expiresAt, now, today),
    lastUsedAt === null ? "never used" : `used ${formatAgo(lastUsedAt, now)}`,
  ]
    .filter((one) => one !== undefined)
    .join(" · ");
}

/** "until 21 Nov 2027", "ran out 2 Mar", or nothing for one that only somebody ends. */
export function endWords(expiresAt: string | null, now: number, today: string): string | undefined {
  if (expiresAt === null) return undefined;
  const day = formatDay(expiresAt.slice(0, 10), undefined, today);
  return Date.parse(expiresAt) <= now ? `ran out ${day}` : `until ${day}`;
}

/** The call that sends a reading, to be pasted into a shell. */
export function sendingCall(origin: string, key: string, on: string): string {
  return [
    `curl ${origin}/api/v1/metrics/${key}/readings \\`,
    `  -H "Authorization: Bearer $NORTHING_TOKEN" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '{"on": "${on}", "value": 42}'`,
  ].join("\n");
}
