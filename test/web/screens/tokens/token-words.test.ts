import { expect, test } from "vitest";
import { endWords, sendingCall, tokenLine } from "../../../../web/screens/tokens/token-words.ts";

const now = Date.parse("2026-03-02T09:00:00Z");
const today = "2026-03-02";
const token = {
  ...{
    id: "1",
    memberId: "ada",
    name: "Warehouse",
    hint: "northing_ab12",
    scopes: ["readings.write" as const],
  },
  ...{ metricIds: null, createdAt: "2026-03-01T08:00:00Z", expiresAt: null, lastUsedAt: null },
};

test("a token says what it may touch, until when, and when it was last used", () => {
  expect(tokenLine(token, now, today)).toBe("every metric · never used");
  const narrow = {
    ...{ ...token, metricIds: ["a"], expiresAt: "2027-03-01T08:00:00Z", lastUsedAt: "2026-03-02T08:58:00Z" },
  };
  expect(tokenLine(narrow, now, today)).toBe("1 metric · until 1 Mar 2027 · used 2 min ago");
  expect(tokenLine({ ...narrow, metricIds: ["a", "b"] }, now, today)).toMatch(/^2 metrics · /);
});

test("a token that ran out says so, from its very moment on", () => {
  expect(endWords("2026-03-02T09:00:00Z", now, today)).toBe("ran out 2 Mar");
  expect(endWords("2026-03-02T09:00:01Z", now, today)).toBe("until 2 Mar");
});

test("the call to be pasted names the metric and this server, and holds no secret", () => {
  expect(sendingCall("https://okr.example.com", "weekly-plays", "2026-03-02")).toBe(
    [
      "curl https://okr.example.com/api/v1/metrics/weekly-plays/readings \\",
      '  -H "Authorization: Bearer $NORTHING_TOKEN" \\',
      '  -H "Content-Type: application/json" \\',
      `  -d '{"on": "2026-03-02", "value": 42}'`,
    ].join("\n"),
  );
});
