import { expect, test } from "vitest";
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
