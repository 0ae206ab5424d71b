import { describe, expect, it } from "vitest";
import {
  decodeMessage,
  encodeMessage,
  fallbackMessage,
  type PushMessage,
} from "../../../shared/push/payload.ts";

const message: PushMessage = {
  title: "2 check-ins due",
  body: "Trials started by heavy listeners",
  navigate: "https://northing.example/check-in",
  tag: "nudge",
  badge: 2,
  lang: "en",
  actions: [
    { action: "check-in", title: "Check in", navigate: "https://northing.example/check-in" },
    { action: "snooze", title: "Snooze 1 h", navigate: "https://northing.example/me/notifications?snooze=1" },
  ],
  data: { id: "1", secret: "s" },
};

describe("a push message", () => {
  it("comes back from the wire as it went", () => {
    expect(decodeMessage(encodeMessage(message))).toEqual(message);
  });

  it("travels in the declarative shape: number 8030, title and absolute address, badge in both places", () => {
    const sent = JSON.parse(encodeMessage(message));
    expect(sent.web_push).toBe(8030);
    expect(sent.mutable).toBe(true);
    expect(sent.app_badge).toBe(2);
    expect(sent.notification).toMatchObject({
      title: message.title,
      navigate: message.navigate,
      app_badge: "2",
    });
    for (const action of sent.notification.actions) expect(action.navigate).toMatch(/^https:/);
  });

  it("in the older shape, without the number, is read too", () => {
    expect(decodeMessage('{"title":"Hello","body":"there"}')).toEqual({
      title: "Hello",
      body: "there",
      actions: [],
    });
  });

  it.each([
    undefined,
    null,
    "",
    "null",
    "7",
    "[]",
    '"text"',
    "{",
    "<html>",
    '{"web_push":8030}',
    '{"web_push":8030,"notification":null}',
    '{"web_push":8030,"notification":{"title":7}}',
    '{"title":""}',
    `{"title":"${"a".repeat(1001)}"}`,
    '{"__proto__":{"title":"x"}}',
  ])("that cannot be read still says something: %s", (raw) => {
    expect(decodeMessage(raw)).toEqual(fallbackMessage);
  });

  it("keeps its sound parts when others are not", () => {
    const odd = {
      web_push: 8030,
      app_badge: -4,
      notification: {
        title: "Due",
        body: 7,
        tag: "nudge",
        actions: [{ action: "x" }, message.actions[0], message.actions[1]],
        data: "text",
      },
    };
    expect(decodeMessage(JSON.stringify(odd))).toEqual({
      title: "Due",
      tag: "nudge",
      actions: [message.actions[0]],
    });
  });

  it.each([[true], [{}], [[]], ["many"], [1.5], [1e9]])("has no badge when it says %s", (badge) => {
    const shown = decodeMessage(
      JSON.stringify({ web_push: 8030, app_badge: badge, notification: { title: "Due" } }),
    );
    expect(shown).toEqual({ title: "Due", actions: [] });
  });
});
