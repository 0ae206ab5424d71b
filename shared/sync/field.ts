import * as z from "zod/mini";
import { isZone } from "../time/local-date.ts";

/** The fields every kind is made of, so that one length and one format holds everywhere. */

export const id = z.uuid();
/** A reading's id is derived and longer than a UUID; everything that may point at any row takes this. */
export const rowId = z.string().check(z.minLength(1), z.maxLength(1600));
export const day = z.iso.date();
export const instant = z.iso.datetime();
export const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
export const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
export const note = z.string().check(z.trim(), z.maxLength(500));
export const text = z.string().check(z.trim(), z.maxLength(2000));
/** A because sentence, a definition: said in words, so not empty. */
export const sentence = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000));
/** An IANA name that `Intl` knows here; offsets such as "+02:00" are not zones. */
export const zone = z.string().check(z.maxLength(64), z.refine(isZone));
export const locale = z.string().check(z.minLength(2), z.maxLength(35));
/** A finite number: JSON cannot carry NaN, and 1e400 parses to Infinity, which is refused here. */
export const number = z.number();
export const confidence = z.int().check(z.minimum(0), z.maximum(10));
export const weekday = z.int().check(z.minimum(1), z.maximum(7));
export const weekdays = z.array(weekday).check(
  z.maxLength(7),
  z.refine((days) => new Set(days).size === days.length),
);
