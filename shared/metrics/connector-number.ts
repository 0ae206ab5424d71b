import type { Unread } from "./connector-failure.ts";

/** What a source's answer was found to say: a finite number, or why there is none. */
export type Found = { value: number } | Unread;

/** No two parts of it can take the same digits: a source that means harm may send a hundred thousand of them. */
const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const notFinite = /^[+-]?(nan|inf|infinity)$/i;

/** A number as JSON or Prometheus writes it; text that only begins like one is none. */
export function numberOf(said: unknown): Found {
  if (typeof said === "number") return Number.isFinite(said) ? { value: said } : { unread: "not-finite" };
  if (typeof said !== "string") return { unread: "not-a-number" };
  const text = said.trim();
  if (notFinite.test(text)) return { unread: "not-finite" };
  if (!decimal.test(text)) return { unread: "not-a-number" };
  const value = Number(text);
  return Number.isFinite(value) ? { value } : { unread: "not-finite" };
}
