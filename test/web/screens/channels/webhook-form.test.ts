import { expect, test } from "vitest";
import type { Webhook } from "../../../../shared/channels/webhook.ts";
import { failureReasons } from "../../../../shared/metrics/connector-failure.ts";
import { draftOf, mistakesIn, typedOf } from "../../../../web/screens/channels/webhook-form.ts";
import { failureWords, sentWords, webhookMark } from "../../../../web/screens/channels/webhook-words.ts";

const saved: Webhook = {
  ...{ id: "1", name: "#podcasts", kind: "teams", squadId: "s", says: ["focus"], memberId: "m" },
  ...{ address: "example.com/…x7Qp", state: "on", failures: 0, sent: [] },
};
const url = "https://hooks.example.com/services/T0";

test("a new webhook wants a name, an address and something to say; of every squad it names none", () => {
  const blank = typedOf(undefined, "");
  expect(Object.keys(mistakesIn({ ...blank, says: [] }, " ", undefined)).sort()).toEqual([
    "name",
    "says",
    "url",
  ]);
  expect(mistakesIn({ ...blank, name: "x" }, "hooks.example.com", undefined).url).toContain("https://");
  const typed = { ...blank, name: " x ", says: ["anomalies", "digest"] as const };
  expect(mistakesIn(typed, url, undefined)).toEqual({});
  expect(draftOf(typed, ` ${url} `)).toEqual({
    name: "x",
    kind: "slack",
    says: ["digest", "anomalies"],
    url,
  });
});

test("a saved one keeps its address while none is typed, unless the server cannot read it", () => {
  const typed = typedOf(saved, "other");
  expect(mistakesIn(typed, "", saved)).toEqual({});
  expect(draftOf(typed, "")).toEqual({ name: "#podcasts", kind: "teams", squadId: "s", says: ["focus"] });
  expect(mistakesIn(typed, "", { ...saved, address: "" })).toHaveProperty("url");
});

test("it stands as it was told, failed, or was switched off by itself or by hand", () => {
  const failure = { code: "source_unreachable", why: "timeout" } as const;
  const told = { id: "1", says: "test", plannedFor: "", state: "accepted", attempts: 1 } as const;
  expect(webhookMark(saved)).toEqual({ mark: "quiet", word: "not told yet" });
  expect(webhookMark({ ...saved, sent: [told] })).toEqual({ mark: "ok", word: "works" });
  expect(webhookMark({ ...saved, failure, failures: 3 })).toEqual({ mark: "warn", word: "failed 3 times" });
  expect(webhookMark({ ...saved, state: "off", failure })).toEqual({ mark: "bad", word: "switched off" });
  expect(webhookMark({ ...saved, state: "off" })).toEqual({ mark: "quiet", word: "off" });
});

test("every reason has words, and every state of a message its mark", () => {
  for (const why of failureReasons)
    expect(Object.values(failureWords({ code: "source_unreachable", why, status: 500 })).every(Boolean)).toBe(
      true,
    );
  for (const state of ["planned", "sending", "retrying", "accepted", "failed", "skipped"] as const)
    expect(sentWords({ id: "1", says: "focus", plannedFor: "", state, attempts: 2 }).word).not.toBe("");
  const skipped = { id: "1", says: "misses", plannedFor: "", state: "skipped", attempts: 1 } as const;
  expect(sentWords({ ...skipped, reason: "nothing-to-say" }).word).toBe("nothing to say");
});
