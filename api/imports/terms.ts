import * as z from "zod/mini";
import { dateForms } from "../../shared/imports/calendar.ts";
import { encodings } from "../../shared/imports/encoding.ts";
import type { ImportField } from "../../shared/imports/fields.ts";
import type { Wishes } from "../../shared/imports/mapping.ts";
import type { Terms } from "../../shared/imports/plan.ts";
import { decimalMarks } from "../../shared/imports/quantity.ts";
import * as field from "../../shared/sync/field.ts";
import { Refused } from "../errors.ts";

const flag = z.enum(["", "0", "1", "false", "true"]);
const delimiterNames = { comma: ",", semicolon: ";", tab: "\t" } as const;

export const query = z.strictObject({
  workspace: z.optional(field.id),
  "dry-run": z.optional(flag),
  /** The import's id, made by whoever sends it, so that sending it again makes no second one. */
  id: z.optional(field.id),
  name: z.optional(z.string().check(z.maxLength(200))),
  dates: z.optional(z.enum(dateForms)),
  decimals: z.optional(z.enum(decimalMarks)),
  delimiter: z.optional(z.enum(["comma", "semicolon", "tab"])),
  encoding: z.optional(z.enum(encodings)),
  percent: z.optional(flag),
  commit: z.optional(flag),
});

/** How a file is to be read, as its request says. */
export interface Asked {
  dryRun: boolean;
  id: string | undefined;
  fileName: string | undefined;
  dates: z.output<typeof query>["dates"];
  decimals: z.output<typeof query>["decimals"];
  delimiter: "," | ";" | "\t" | undefined;
  encoding: z.output<typeof query>["encoding"];
  wishes: Wishes;
  terms: Terms;
}

/**
 * The request's terms: `column.FIELD=HEADING` and `fixed.FIELD=VALUE` beside those above. Refuses with
 * `invalid_request` and the name of whatever it does not know.
 */
export function askedIn(params: Record<string, string>, fields: readonly ImportField[]): Asked {
  const wishes = { columns: new Map<string, string>(), fixed: new Map<string, string>() };
  const rest: [string, string][] = [];
  for (const [name, value] of Object.entries(params)) {
    const [, how, about] = /^(column|fixed)\.(.+)$/.exec(name) ?? [];
    if (how === undefined || about === undefined) {
      rest.push([name, value]);
      continue;
    }
    if (!fields.some((one) => one.name === about) || value.length > 1000)
      throw new Refused("invalid_request", { field: name });
    wishes[how === "column" ? "columns" : "fixed"].set(about, value);
  }
  const parsed = query.safeParse(Object.fromEntries(rest));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const strange = issue?.code === "unrecognized_keys" ? issue.keys[0] : issue?.path.join(".");
    throw new Refused("invalid_request", strange === undefined ? {} : { field: strange });
  }
  const { data } = parsed;
  return {
    dryRun: isSet(data["dry-run"]),
    id: data.id,
    fileName: data.name?.trim() || undefined,
    dates: data.dates,
    decimals: data.decimals,
    delimiter: data.delimiter && delimiterNames[data.delimiter],
    encoding: data.encoding,
    wishes,
    terms: { percent: isSet(data.percent), commit: isSet(data.commit) },
  };
}

/** A bare `?dry-run` is meant. */
function isSet(value: z.output<typeof flag> | undefined): boolean {
  return value === "" || value === "1" || value === "true";
}
