import { type Look, readAnswer, scaled } from "../../shared/metrics/connector.ts";
import { type Failure, unreadable } from "../../shared/metrics/connector-failure.ts";
import { failureOf, type Outbound } from "../outbound.ts";
import type { Secrets } from "./connector-seal.ts";

/** What a source says now: the number as it stands there, and the reading it is. */
export type Asked = { found: number; value: number } | { failure: Failure };

/** Asks a source once. Never throws, and nothing of the answer but the number leaves this function. */
export async function askSource(
  outbound: Outbound,
  { url, headers }: Secrets,
  { look, factor }: { look: Look; factor: number },
): Promise<Asked> {
  const named = Object.fromEntries(headers.map(({ name, value }) => [name, value]));
  const answer = await outbound.send({ url, headers: named });
  if ("code" in answer) return { failure: failureOf(answer) };
  const found = readAnswer(answer.text, look);
  if (!("value" in found)) return { failure: unreadable(found) };
  const value = scaled(found.value, factor);
  if (value === undefined) return { failure: unreadable({ unread: "not-finite" }) };
  return { found: found.value, value };
}
