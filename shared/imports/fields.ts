import type { Listed } from "./directory.ts";

/** What a column may hold. */
export type FieldType =
  | { type: "text"; most: number }
  | { type: "day" }
  | { type: "number" }
  | { type: "flag" }
  | { type: "choice"; options: Record<string, readonly string[]> }
  /** The id, key, name, title or e-mail address of something that is there already. */
  | { type: "reference"; to: Listed };

/** A field of an import, filled by a column or by one value for all rows. */
export type ImportField = FieldType & {
  name: string;
  label: string;
  required?: boolean;
  /** Most files have it: it is asked for even where no heading says which column it is. */
  usual?: boolean;
  /** Other headings it is known by, lower case, without accents. */
  known: readonly string[];
};

export const importKindNames = ["readings", "bets", "key-results", "metrics"] as const;
export type ImportKindName = (typeof importKindNames)[number];

export const flagWords: Record<"yes" | "no", readonly string[]> = {
  yes: ["yes", "y", "true", "1", "x", "ja", "oui", "si"],
  no: ["no", "n", "false", "0", "nein", "non"],
};

/** A heading or a choice as it is compared: lower case, without accents, dashes, dots and doubled blanks. */
export function plainly(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
