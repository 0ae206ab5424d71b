import { afterEach, expect, test, vi } from "vitest";
import { encodeMessage, type PushMessage } from "../../../shared/push/payload.ts";
import { onPush } from "../../../web/sw/on-push.ts";
import type { Worker } from "../../../web/sw/scope.ts";

vi.mock("../../../web/store/worker-round.ts", () => ({
  flushInWorker: async () => {
    throw new Error("no storage");
  },
}));

afterEach(() => {
  vi.unstubAllGlobals();
});

const message: PushMessage = {
  title: "Ada asks for a check-in",
  body: "Podcast episodes finished",
  navigate: "https://northing.example/check-in?kr=1",
  tag: "asked-1",
  badge: 2,
  lang: "en",
  actions: [
    { action: "check-in", title: "Check in", navigate: "https://northing.example/check-in?kr=1" },
    {
      action: "snooze",
      title: "Snooze 1 h",
      navigate: "https://northing.example/me/notifications?snooze=d1",
    },
  ],
  data: { id: "d1", secret: "s" },
};

/** A worker that remembers what it showed; `refuses` names how many of the first notifications fail. */
function worker({ refuses = 0 } = {}) {
  const shown: [title: string, options: NotificationOptions][] = [];
  const badges: (number | "clear")[] = [];
  const reported: string[] = [];
  let tries = 0;
  vi.stubGlobal("fetch", async (path: string) => {
    reported.push(path);
    throw new TypeError("no network");
  });
  const scope = {
    registration: {
      async showNotification(title: string, options: NotificationOptions) {
        tries += 1;
        if (tries <= refuses) throw new TypeError("an option this browser does not take");
        shown.push([title, options]);
      },
    },
    navigator: {
      setAppBadge: async (count: number) => void badges.push(count),
      clearAppBadge: async () => void badges.push("clear"),
    },
  } as unknown as Worker;
  return {
    shown,
    badges,
    reported,
    push: (event: object) => onPush(event as Parameters<typeof onPush>[0], scope),
  };
}

const plain = (text: string | null) => ({ data: text === null ? null : { text: () => text } });

test("a push is shown once, with its tag, its buttons and where each leads, and reported", async () => {
  const { shown, badges, reported, push } = worker();
  await push(plain(encodeMessage(message)));
  expect(shown).toHaveLength(1);
  const [title, options] = shown[0]!;
  expect(title).toBe(message.title);
  expect(options).toMatchObject({
    tag: "asked-1",
    actions: [
      { action: "check-in", title: "Check in" },
      { action: "snooze", title: "Snooze 1 h" },
    ],
    data: { id: "d1", secret: "s", navigate: message.navigate, actions: message.actions },
  });
  expect(badges).toEqual([2]);
  expect(reported).toEqual(["/api/reminders/d1/shown"]);
});

test("where the browser brings the notification ready, it is taken from there, buttons and badge too", async () => {
  const { shown, badges, push } = worker();
  const { badge: _badge, ...notification } = message;
  await push({ data: null, notification, appBadge: 0 });
  expect(shown).toMatchObject([
    [message.title, { tag: "asked-1", data: { navigate: message.navigate, actions: message.actions } }],
  ]);
  expect(badges).toEqual(["clear"]);
});

test.each([
  ["nothing at all", {}],
  ["no data", plain(null)],
  ["a text that is no message", plain("tide")],
  [
    "data that cannot be read",
    {
      data: {
        text: () => {
          throw new TypeError("gone");
        },
      },
    },
  ],
  [
    "a notification that throws when it is looked at",
    {
      get notification() {
        throw new TypeError("gone");
      },
    },
  ],
  ["a notification without a title", { notification: { body: "x" } }],
])("exactly one notification is shown for %s", async (_what, event) => {
  const { shown, push } = worker();
  await push(event);
  expect(shown.map(([title]) => title)).toEqual(["Northing"]);
});

test("an option the browser refuses costs the option and not the notification", async () => {
  const { shown, push } = worker({ refuses: 1 });
  await push(plain(encodeMessage(message)));
  expect(shown).toMatchObject([[message.title, { data: { id: "d1" } }]]);
});
