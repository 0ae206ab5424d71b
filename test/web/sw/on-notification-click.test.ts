import { afterEach, expect, test, vi } from "vitest";
import { onNotificationClick } from "../../../web/sw/on-notification-click.ts";
import type { Worker } from "../../../web/sw/scope.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const origin = "https://northing.example";
const data = {
  ...{ id: "d1", secret: "s", navigate: `${origin}/signals/a1?reminder=d1` },
  actions: [
    { action: "answer", navigate: `${origin}/signals/a1?reminder=d1` },
    { action: "snooze", navigate: `${origin}/me/notifications?snooze=d1` },
  ],
};

/** Taps on a notification with no window open; answers what was opened and what the server was told. */
async function tap(action: string, { given = data as object | null, online = true } = {}) {
  const opened: string[] = [];
  const told: string[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    if (!online) throw new TypeError("no network");
    told.push(path);
    return path.endsWith("snooze") ? Response.json({ until: "" }) : new Response(null, { status: 204 });
  });
  const scope = {
    location: { origin },
    clients: { matchAll: async () => [], openWindow: async (url: string) => void opened.push(url) },
  } as unknown as Worker;
  const close = vi.fn();
  const event = { action, notification: { data: given, close } } as unknown as Parameters<
    typeof onNotificationClick
  >[0];
  await onNotificationClick(event, scope);
  expect(close).toHaveBeenCalledOnce();
  return { opened, told };
}

test.each(["", "answer", "an action of a newer server"])("a tap on %j opens its page", async (action) => {
  expect(await tap(action)).toEqual({ opened: [data.navigate], told: ["/api/reminders/d1/opened"] });
});

test("a snooze of any kind is done without opening anything", async () => {
  expect(await tap("snooze")).toEqual({ opened: [], told: ["/api/reminders/d1/snooze"] });
});

test("a snooze that cannot be told opens the page that asks again", async () => {
  expect(await tap("snooze", { online: false })).toEqual({ opened: [data.actions[1]!.navigate], told: [] });
});

test.each([
  [null],
  [{ actions: [] }],
  [{ navigate: "https://attacker.example/", actions: [] }],
  [{ navigate: "//attacker.example/", actions: [] }],
  [{ navigate: "javascript:alert(1)", actions: [] }],
  [{ navigate: "https://", actions: [] }],
])("whatever a message carries, a tap stays within this app: %j", async (given) => {
  expect((await tap("", { given })).opened).toEqual([`${origin}/`]);
});
