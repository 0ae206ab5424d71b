import { describe, expect, test } from "vitest";
import { createCsvReader } from "../../../shared/imports/csv.ts";
import { delimiterOf } from "../../../shared/imports/delimiter.ts";
import { encodingOf } from "../../../shared/imports/encoding.ts";
import { FileBroken } from "../../../shared/imports/problem.ts";

/** The rows of a text that comes in pieces of this size, as "line: cell|cell", or why it is broken. */
function read(text: string, size = text.length || 1, delimiter = ","): string[] {
  const rows: string[] = [];
  const reader = createCsvReader(
    delimiter,
    ({ line, cells }) => void rows.push(`${line}: ${cells.join("|")}`),
  );
  try {
    for (let from = 0; from < text.length; from += size) reader.push(text.slice(from, from + size));
    reader.end();
  } catch (error) {
    if (!(error instanceof FileBroken)) throw error;
    const { code, line, column } = error.problem;
    rows.push(`${code} at ${line}${column === undefined ? "" : `:${column}`}`);
  }
  return rows;
}

const cases: [what: string, text: string, rows: string[]][] = [
  ["nothing", "", []],
  ["one cell", "a", ["1: a"]],
  ["empty cells", ",\n,,\n", ["1: |", "2: ||"]],
  ["a last line without its end", "a,b\nc,d", ["1: a|b", "2: c|d"]],
  ["line feeds, returns, and both, mixed", "a\r\nb\nc\rd\r\n\r\ne", ["1: a", "2: b", "3: c", "4: d", "6: e"]],
  ["empty lines, counted and passed over", "\n\na\n\n", ["3: a"]],
  ["quotes", '"a,b","c""d",""\n', ['1: a,b|c"d|']],
  ["line breaks in quotes, each counted once", '"a\r\nb\rc\nd",1\nx', ["1: a\r\nb\rc\nd|1", "5: x"]],
  ["a quote that only stands somewhere", 'a"b,5" disk\n', ['1: a"b|5" disk']],
  ["blanks after a closing quote", '"a"  ,b\n"c" \n', ["1: a|b", "2: c"]],
  ["a quoted cell at the very end", 'a,"b"', ["1: a|b"]],
  ["an empty quoted cell alone", '""', ["1: "]],
  ["quotes, and nothing but quotes", '""""', ['1: "']],
  ["blanks, kept as they are", " a , b ", ["1:  a | b "]],
  ["an unclosed quote", 'a,b\nc,"d\ne', ["1: a|b", "quote_not_closed at 2:2"]],
  ["text after a quote", 'a,"b"c', ["text_after_quote at 1:2"]],
  ["a quote after a closing quote and a blank", '"a" "b"', ["text_after_quote at 1:1"]],
  ["a NUL", "a,b\nc,\0", ["1: a|b", "not_text at 2:2"]],
  ["what a decoder could not read", "a,\ufffd", ["unreadable_character at 1:2"]],
  ["an escape character", "a\n\u001b[31m", ["1: a", "not_text at 2:1"]],
];

describe("the reader of CSV", () => {
  test.each(cases)("reads %s, in one piece and in every smaller one", (_what, text, rows) => {
    expect(read(text)).toEqual(rows);
    for (let size = 1; size <= 4; size += 1) expect(read(text, size), `in pieces of ${size}`).toEqual(rows);
  });

  test("gives back whatever was written by the rules of RFC 4180, wherever it is cut", () => {
    const parts = ["", "a", '"', ",", ";", "\r", "\n", "\r\n", " ", "ü", "🦉", '""', "x".repeat(50)];
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    for (let round = 0; round < 300; round += 1) {
      const rows = Array.from({ length: 1 + next(4) }, () =>
        Array.from({ length: 2 + next(3) }, () =>
          Array.from({ length: next(4) }, () => parts[next(parts.length)]).join(""),
        ),
      );
      const quoted = (cell: string) =>
        /[",;\r\n\t]/.test(cell) || next(2) === 0 ? `"${cell.replaceAll('"', '""')}"` : cell;
      const end = ["\n", "\r\n", "\r"][next(3)]!;
      const delimiter = [",", ";", "\t"][next(3)]!;
      const text = rows.map((cells) => cells.map(quoted).join(delimiter)).join(end);
      const found: string[][] = [];
      const reader = createCsvReader(delimiter, ({ cells }) => void found.push(cells));
      for (let from = 0; from < text.length; ) {
        const size = 1 + next(9);
        reader.push(text.slice(from, from + size));
        from += size;
      }
      reader.end();
      expect(found, JSON.stringify(text)).toEqual(rows);
    }
  });

  test("refuses a cell, a row and a file that are too long at the place, without keeping them", () => {
    let pushed = 0;
    const reader = createCsvReader(",", () => {});
    reader.push("a,");
    const endless = () => {
      for (; pushed < 1000; pushed += 1) reader.push("x".repeat(1000));
    };
    expect(endless).toThrow(FileBroken);
    expect(pushed).toBe(10);
    expect(read(`a,"${"x".repeat(10_000)}"`)).toHaveLength(1);
    expect(read(`a,"${"x".repeat(10_001)}"`)).toEqual(["cell_too_long at 1:2"]);
    expect(read(",".repeat(199))).toHaveLength(1);
    expect(read(",".repeat(200))).toEqual(["too_many_columns at 1:201"]);
    expect(read("a\n".repeat(100_001))).toHaveLength(100_001);
    expect(read("a\n".repeat(100_002)).at(-1)).toBe("too_many_rows at 100002");
  });
});

test.each([
  ["a comma", "a,b\n1,2\n", ","],
  ["a semicolon, though decimals have commas", "a;b\n1,5;2,5\n3,5;4,5\n", ";"],
  ["a tab", "a\tb\n1,2\t3\n", "\t"],
  ["a comma, though notes have semicolons", "a,b\nx;y;z,1\nx,2\n", ","],
  ["what stands outside quotes", '"a;b",c\n"d;e",f\n', ","],
  ["the heading alone", "a;b;c", ";"],
  ["a comma where nothing is cut", "alone\n1\n", ","],
])("the delimiter is told by %s", (_what, head, delimiter) => {
  expect(delimiterOf(head)).toBe(delimiter);
});

test("the encoding is told by the mark, by the zeros between, or by whoever knows it", () => {
  const utf16 = (text: string, swap: boolean) =>
    new Uint8Array(text.split("").flatMap((one) => (swap ? [0, one.charCodeAt(0)] : [one.charCodeAt(0), 0])));
  expect(encodingOf(new Uint8Array([0xff, 0xfe, 0x61, 0]))).toBe("utf-16le");
  expect(encodingOf(new Uint8Array([0xfe, 0xff, 0, 0x61]))).toBe("utf-16be");
  expect(encodingOf(utf16("on,value", false))).toBe("utf-16le");
  expect(encodingOf(utf16("on,value", true))).toBe("utf-16be");
  expect(encodingOf(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]), "windows-1252")).toBe("utf-8");
  expect(encodingOf(new Uint8Array([0x61, 0xe9]))).toBe("utf-8");
  expect(encodingOf(new Uint8Array([0x61, 0xe9]), "windows-1252")).toBe("windows-1252");
  expect(encodingOf(new Uint8Array())).toBe("utf-8");
});
