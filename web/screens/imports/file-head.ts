import { createCsvReader } from "../../../shared/imports/csv.ts";
import { type Delimiter, delimiterOf } from "../../../shared/imports/delimiter.ts";
import { type Encoding, encodingOf, headBytes } from "../../../shared/imports/encoding.ts";

/** What this device can see of a file by itself: its headings and first rows. */
export interface FileHead {
  type: "csv" | "json";
  headers: string[];
  rows: string[][];
}

const looked = 64 * 1024;
const shown = 3;
const delimiters = { comma: ",", semicolon: ";", tab: "\t" } as const;

/** Reads the head of a file; undefined when it holds nothing that looks like rows. */
export async function headOf(
  file: Blob & { name?: string },
  asked: { delimiter: string; encoding: string },
): Promise<FileHead | undefined> {
  const bytes = new Uint8Array(await file.slice(0, looked).arrayBuffer());
  const said = asked.encoding === "" ? undefined : (asked.encoding as Encoding);
  const text = new TextDecoder(encodingOf(bytes.subarray(0, headBytes), said)).decode(bytes);
  if (isJson(file, text)) return jsonHead(await file.text());
  return csvHead(text, delimiters[asked.delimiter as keyof typeof delimiters]);
}

/** The file as it is sent: with the type its content has, whatever its name says. */
export function typed(file: File, head: FileHead | undefined): File {
  return new File([file], file.name, { type: head?.type === "json" ? "application/json" : "text/csv" });
}

function isJson({ name = "" }: { name?: string }, text: string): boolean {
  return /\.json$/i.test(name) || /^\s*\[\s*\{/.test(text);
}

function csvHead(text: string, delimiter: Delimiter = delimiterOf(text)): FileHead | undefined {
  const records: string[][] = [];
  const reader = createCsvReader(delimiter, ({ cells }) => {
    if (cells.some((one) => one.trim() !== "")) records.push(cells);
  });
  try {
    reader.push(text);
    reader.end();
  } catch {
    // The check says what is wrong with it, and where.
  }
  const [headers, ...rows] = records;
  if (headers === undefined) return undefined;
  return { type: "csv", headers: headers.map((one) => one.trim()), rows: rows.slice(0, shown) };
}

function jsonHead(text: string): FileHead | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed)) return undefined;
  const items = parsed.filter((one) => typeof one === "object" && one !== null) as Record<string, unknown>[];
  const headers = [...new Set(items.slice(0, 100).flatMap((one) => Object.keys(one)))];
  if (headers.length === 0) return undefined;
  const rows = items.slice(0, shown).map((one) => headers.map((name) => said(one[name])));
  return { type: "json", headers, rows };
}

function said(value: unknown): string {
  return value === undefined || value === null || typeof value === "object" ? "" : String(value);
}
