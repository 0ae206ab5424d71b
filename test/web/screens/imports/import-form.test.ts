import { describe, expect, test } from "vitest";
import { headOf, typed } from "../../../../web/screens/imports/file-head.ts";
import {
  choiceOf,
  freshForm,
  mappingFor,
  stillMissing,
  termsOf,
} from "../../../../web/screens/imports/import-form.ts";

const headers = ["Date", "Value", "Team", "Value of it"];

describe("which column is what", () => {
  test("is proposed by the headings and changed by what was chosen", () => {
    const form = { ...freshForm(null), choices: { metric: "fixed:m1", value: "column:Value of it" } };
    const mapping = mappingFor("readings", headers, form);
    expect(["metric", "on", "value", "segment"].map((field) => choiceOf(field, mapping, headers))).toEqual([
      ...["fixed:m1", "column:Date", "column:Value of it", ""],
    ]);
    expect(stillMissing("readings", mapping)).toEqual([]);
  });

  test("says what is missing, also when a column was taken away", () => {
    const form = { ...freshForm(null), choices: { on: "none" } };
    const missing = stillMissing("readings", mappingFor("readings", headers, form));
    expect(missing.map((one) => one.name)).toEqual(["metric", "on"]);
  });

  test("lets a choice rest whose heading another file does not have", () => {
    const form = { ...freshForm("m1"), choices: { metric: "fixed:m1", on: "column:Tag: Woche" } };
    expect(choiceOf("on", mappingFor("readings", headers, form), headers)).toBe("column:Date");
    const german = ["Tag: Woche", "Wert"];
    expect(choiceOf("on", mappingFor("readings", german, form), german)).toBe("column:Tag: Woche");
  });

  test("is sent whole, so that the server proposes nothing else", () => {
    const form = { ...freshForm("m1"), dates: "DD.MM.YYYY", percent: true };
    const { columns, fixed, dates, percent } = termsOf("readings", headers, form);
    expect(columns).toEqual({ on: "Date", value: "Value", segment: "", note: "", source: "" });
    expect([fixed, dates, percent]).toEqual([{ metric: "m1" }, "DD.MM.YYYY", true]);
  });
});

describe("the head of a file", () => {
  const auto = { delimiter: "", encoding: "" };
  const file = (content: string | Uint8Array<ArrayBuffer>, name = "rows.csv") => new File([content], name);

  test("is its heading and first three rows, whatever its delimiter", async () => {
    const text = `\ufeff Day ;Value\n1;2\n\n3;4\n5;6\n7;8\n`;
    expect(await headOf(file(text), auto)).toEqual({
      ...{ type: "csv", headers: ["Day", "Value"] },
      rows: [
        ["1", "2"],
        ["3", "4"],
        ["5", "6"],
      ],
    });
    expect((await headOf(file("a,b;c\n1,2;3\n"), { ...auto, delimiter: "semicolon" }))?.headers).toEqual([
      "a,b",
      "c",
    ]);
  });

  test("is read in the encoding that was said", async () => {
    const bytes = new Uint8Array([0x54, 0xe4, 0x67, 0x2c, 0x62, 0x0a]);
    expect((await headOf(file(bytes), { ...auto, encoding: "windows-1252" }))?.headers).toEqual(["Täg", "b"]);
  });

  test("of JSON has the keys of its objects, and is sent as JSON whatever its name", async () => {
    const rows = file('[{"on":"2026-01-01","value":1},{"value":null,"note":{"a":1}}]', "rows.txt");
    const head = await headOf(rows, auto);
    expect(head).toEqual({
      ...{ type: "json", headers: ["on", "value", "note"] },
      rows: [
        ["2026-01-01", "1", ""],
        ["", "", ""],
      ],
    });
    expect([typed(rows, head).type, typed(rows, head).name]).toEqual(["application/json", "rows.txt"]);
    expect(typed(file("a,b"), undefined).type).toBe("text/csv");
  });

  test("of what holds no rows is nothing", async () => {
    for (const content of ["", "\n\n", '{"a":1}', "[]"])
      expect(
        await headOf(
          file(content, content.startsWith("[") || content.startsWith("{") ? "a.json" : "a.csv"),
          auto,
        ),
      ).toBe(undefined);
    expect(await headOf(file("PK\u0003\u0004\u0000\u0000"), auto)).toBeUndefined();
  });

  test("of a cut or broken file is what can be seen of it", async () => {
    expect(await headOf(file('a,b\n1,2\n3,"never closed\n'), auto)).toMatchObject({ rows: [["1", "2"]] });
    const long = `a,b\n${"1,2\n".repeat(100_000)}`;
    expect((await headOf(file(long), auto))?.rows.length).toBe(3);
  });
});
