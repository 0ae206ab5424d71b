import * as z from "zod/mini";
import * as field from "../../shared/sync/field.ts";
import { Refused } from "../errors.ts";

export const mostItems = 5000;
const label = z.string().check(z.trim(), z.minLength(1), z.maxLength(80));

/** One reading as a program sends it: the day, the number, what it is a slice of, what to know about it. */
export const item = z.strictObject({
  on: field.day,
  value: field.number,
  segment: z.optional(label),
  note: z.optional(field.note),
});
export type Item = z.output<typeof item>;

/** The body of a request, for its description. */
export const readingsBody = z.union([item, z.array(item).check(z.minLength(1), z.maxLength(mostItems))]);

const expected: Record<string, string> = {
  on: "a day such as 2026-11-23",
  value: "a number, without quotes",
  segment: "a text of 1 to 80 characters, or none",
  note: "a text of at most 500 characters, or none",
};

/**
 * The readings of a body, one or many. Refuses the whole with the first item that is wrong, as `3.on`, and says what was
 * expected; a day and segment that come twice are wrong too, for nobody knows which was meant.
 */
export function readItems(body: unknown): Item[] {
  const raw: unknown[] = Array.isArray(body) ? body : [body];
  if (raw.length > mostItems) throw new Refused("too_large", { expected: `at most ${mostItems} readings` });
  if (raw.length === 0) throw new Refused("invalid_request", { expected: "at least one reading" });
  const place = new Map<string, number>();
  return raw.map((one, i) => {
    const at = (name: string) => fieldAt(body, i, name);
    const said = parsed(one, at);
    const key = JSON.stringify([said.on, said.segment ?? ""]);
    const earlier = place.get(key);
    if (earlier !== undefined)
      throw new Refused("invalid_request", {
        field: at("on"),
        expected: `each day and segment once; item ${earlier} has it already`,
      });
    place.set(key, i);
    return said;
  });
}

/** How a field of an item is named: by the item's place where the body is a list. */
export function fieldAt(body: unknown, place: number, name: string): string {
  if (!Array.isArray(body)) return name;
  return name === "" ? String(place) : `${place}.${name}`;
}

function parsed(one: unknown, at: (name: string) => string): Item {
  const { data, error } = item.safeParse(one);
  if (error === undefined) return data;
  const [issue] = error.issues;
  const name = String(issue?.path[0] ?? (issue?.code === "unrecognized_keys" ? issue.keys[0] : ""));
  throw new Refused("invalid_request", {
    ...(at(name) === "" ? {} : { field: at(name) }),
    expected: Object.hasOwn(expected, name) ? expected[name]! : "on, value, segment and note, nothing else",
  });
}
