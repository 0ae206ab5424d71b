import { expect, test } from "vitest";
import { errorResponse, syncResponse } from "../../../shared/sync/protocol.ts";
import { read } from "../../../web/sync/answer.ts";

const cursor = { epoch: "e", revision: 3, tag: "t", catalogVersion: 1 };
const body = { results: [], rows: [], cursor, more: false, now: "2026-03-02T08:00:00.000Z" };
const error = (code: string) => ({ error: { code, message: "words" }, requestId: "r" });

test("an answer is read as the contract says, and unknown fields of a row are kept", () => {
  const row = { kind: "bet", id: "b", revision: 3, colour: "red", body: { title: "x", new: [1] } };
  const read1 = read({ status: 200, body: { ...body, rows: [row], later: true } });
  expect(read1).toMatchObject({ is: "answer", response: { rows: [row], cursor } });
});

test.each([
  [undefined],
  ["<html>"],
  [{ ...body, cursor: null }],
  [{ ...body, rows: [{ kind: "metric", id: "m", revision: 1 }] }],
  [{ ...body, rows: [null] }],
  [{ ...body, results: [{ id: "not an id", outcome: "applied" }] }],
  [{ ...body, results: [{ id: "01a207a2-3280-7d0a-9e4b-e182efb42aad", outcome: "maybe" }] }],
])("a 200 that is not one of ours is no answer at all: %j", (other) => {
  expect(read({ status: 200, body: other })).toEqual({ is: "transient" });
});

test.each([
  [401, "signed_out", "signed-out"],
  [401, "device_revoked", "revoked"],
  [403, "not_a_member", "removed"],
  [403, "forbidden", "refused"],
  [400, "protocol_unsupported", "update-needed"],
  [426, "protocol_unsupported", "update-needed"],
])("%i %s makes the phone %s", (status, code, why) => {
  expect(read({ status, body: error(code) })).toEqual({ is: "pause", why });
});

test("a proxy's 401 and 403 pause, and never wipe or purge", () => {
  expect(read({ status: 401 })).toEqual({ is: "pause", why: "signed-out" });
  expect(read({ status: 403, body: "<html>" })).toEqual({ is: "pause", why: "refused" });
  expect(read({ status: 401, body: error("not_a_member") })).toEqual({ is: "pause", why: "signed-out" });
  expect(read({ status: 403, body: error("device_revoked") })).toEqual({ is: "pause", why: "refused" });
});

test.each([
  [0, { offline: true }],
  [404, {}],
  [408, {}],
  [409, {}],
  [413, { choked: "large" }],
  [418, {}],
  [429, { retryAfter: 9 }],
  [500, { choked: "fault" }],
  [502, {}],
  [503, { retryAfter: 9 }],
  [504, {}],
])("%i is transient", (status, more) => {
  const { retryAfter } = more as { retryAfter?: number };
  expect(read({ status, ...(retryAfter ? { retryAfter } : {}) })).toEqual({ is: "transient", ...more });
});

const id = "01a207a2-3280-7d0a-9e4b-e182efb42aad";
const texts = { code: "forbidden", message: "words", field: "id" };
const result = { id, outcome: "applied", ...texts, revision: 3, flags: ["clone_suspected"] };
const whole = { ...body, results: [result, result], reset: "tag", wanted: [id], retryAfter: 2 };
const wrong: unknown[] = [
  undefined,
  null,
  true,
  7,
  -1,
  1.5,
  2 ** 60,
  Number.POSITIVE_INFINITY,
  "",
  "x",
  [],
  {},
];
const tooLong = "x".repeat(65);

/** The value with each of its parts, at any depth, once replaced by each wrong one, and once with one part more. */
function* spoilt(value: unknown): Generator<unknown> {
  for (const other of [...wrong, tooLong]) yield other;
  if (Array.isArray(value))
    for (const [i, part] of value.entries()) for (const other of spoilt(part)) yield value.with(i, other);
  else if (typeof value === "object" && value !== null) {
    yield { ...value, later: 1 };
    for (const [key, part] of Object.entries(value))
      for (const other of spoilt(part)) yield { ...value, [key]: other };
  }
}

test("read by hand, an answer is one exactly where its schema says so", () => {
  let sound = 0;
  for (const other of spoilt(whole)) {
    const { rows, ...rest } = (other ?? {}) as { rows?: unknown };
    const said = syncResponse.safeParse({ ...rest, rows: Array.isArray(rows) ? [] : rows }).success;
    expect(read({ status: 200, body: other }).is === "answer", JSON.stringify(other)).toBe(said);
    sound += Number(said);
  }
  expect(sound).toBeGreaterThan(20);
});

test("read by hand, a refusal is ours exactly where its schema says so", () => {
  for (const other of spoilt(error("device_revoked"))) {
    const ours = errorResponse.safeParse(other).data?.error.code === "device_revoked";
    const { why } = read({ status: 401, body: other }) as { why?: string };
    expect(why === "revoked", JSON.stringify(other)).toBe(ours);
  }
});
