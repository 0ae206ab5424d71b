import { expect, test } from "vitest";
import * as field from "../../../shared/sync/field.ts";
import { isUuid, uuidv7 } from "../../../shared/sync/uuid.ts";

const made = uuidv7(
  Date.UTC(2026, 2, 2),
  Uint8Array.from({ length: 10 }, (_, i) => 25 * i),
);

test("an id made here sorts by its moment and is one", () => {
  expect(made).toMatch(/^019ca/);
  expect(isUuid(made)).toBe(true);
  expect(uuidv7(Date.UTC(2026, 2, 3), new Uint8Array(10)) > made).toBe(true);
});

test.each([
  made.toUpperCase(),
  made.replaceAll("-", ""),
  `${made} `,
  `${made}\n`,
  ` ${made}`,
  made.slice(1),
  `${made}0`,
  made.replace("-7", "-0"),
  made.replace("-7", "-9"),
  made.replace(/.{17}$/, (end) => `c${end.slice(1)}`),
  made.replace("0", "g"),
  "",
  "x",
])("%j can be an id exactly where the schema says so", (text) => {
  expect(isUuid(text)).toBe(field.id.safeParse(text).success);
});

test.each([undefined, null, 7, {}, [made], { toString: () => made }])("%j is none", (value) => {
  expect(isUuid(value)).toBe(false);
});
