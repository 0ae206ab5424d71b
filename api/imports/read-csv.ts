import { TextDecoder } from "node:util";
import { type CsvReader, createCsvReader } from "../../shared/imports/csv.ts";
import { delimiterOf, headCharacters } from "../../shared/imports/delimiter.ts";
import { encodingOf, headBytes, isPacked } from "../../shared/imports/encoding.ts";
import { FileBroken, type Problems } from "../../shared/imports/problem.ts";
import { createTable, type Table } from "../../shared/imports/table.ts";
import type { Asked } from "./terms.ts";

export const largestFile = 32 * 1024 * 1024;
/** Read at a stretch before others have their turn. */
const slice = 64 * 1024;

export interface FileRead {
  table: Table;
  format: { type: "csv" | "json"; encoding?: string; delimiter?: string };
}

/**
 * Reads a body as CSV while it arrives and holds rows only, never the text. Throws `FileBroken` at the first byte that
 * breaks a limit, with the rest of the body unread.
 */
export async function readCsv(
  body: ReadableStream<Uint8Array> | null,
  asked: Pick<Asked, "encoding" | "delimiter">,
  problems: Problems,
  pause: () => Promise<unknown>,
): Promise<FileRead> {
  const builder = createTable(problems);
  const format: FileRead["format"] = { type: "csv" };
  let decoder: TextDecoder | undefined;
  let reader: CsvReader | undefined;
  let head = "";

  function begin(bytes: Uint8Array): TextDecoder {
    if (isPacked(bytes))
      throw new FileBroken({ code: "not_text", line: 1, expected: "CSV; this is a workbook or an archive" });
    format.encoding = encodingOf(bytes.subarray(0, headBytes), asked.encoding);
    return new TextDecoder(format.encoding);
  }
  function take(text: string, isLast: boolean): void {
    if (reader !== undefined) {
      reader.push(text);
      return;
    }
    head += text;
    if (head.length < headCharacters && !isLast) return;
    const delimiter = asked.delimiter ?? delimiterOf(head.slice(0, headCharacters));
    format.delimiter = delimiter;
    reader = createCsvReader(delimiter, builder.add);
    reader.push(head);
    head = "";
  }

  for await (const bytes of slices(body, () => reader?.line() ?? 1, pause)) {
    decoder ??= begin(bytes);
    take(decoder.decode(bytes, { stream: true }), false);
  }
  take(decoder?.decode() ?? "", true);
  reader?.end();
  return { table: builder.end(), format };
}

/** Pieces of a body, the first of them long enough to tell its encoding; counted while they arrive. */
async function* slices(
  body: ReadableStream<Uint8Array> | null,
  line: () => number,
  pause: () => Promise<unknown>,
): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  let size = 0;
  let first: Uint8Array | undefined = new Uint8Array();
  let finished = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > largestFile) {
        const expected = `at most ${largestFile / 1024 / 1024} MB; split the file`;
        throw new FileBroken({ code: "file_too_large", line: line(), expected });
      }
      let bytes = value;
      if (first !== undefined) {
        bytes = Buffer.concat([first, value]);
        first = bytes.byteLength < headBytes ? bytes : undefined;
        if (first !== undefined) continue;
      }
      for (let from = 0; from < bytes.byteLength; from += slice) {
        yield bytes.subarray(from, from + slice);
        await pause();
      }
    }
    if (first !== undefined && first.byteLength > 0) yield first;
    finished = true;
  } finally {
    if (!finished) await reader.cancel();
  }
}
