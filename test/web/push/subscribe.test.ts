import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setWantedBy, wantedBy } from "../../../web/push/capability.ts";
import { keepSubscription, NotSubscribed, turnOff, turnOn } from "../../../web/push/subscribe.ts";

const key = Buffer.alloc(65, 4).toString("base64url");
const otherKey = Buffer.alloc(65, 5).toString("base64url");

/** A browser's push manager that remembers what was done to it. */
function browser(
  options: { permission?: NotificationPermission; answer?: "never" | "refuse"; server?: "on" | "gone" } = {},
) {
  const done: string[] = [];
  const requests: [string, string, unknown][] = [];
  const storage = new Map<string, string>();
  let held: object | null = null;
  const made = (applicationServerKey: string) => ({
    endpoint: "https://push.example.org/1",
    options: { applicationServerKey: Uint8Array.from(Buffer.from(applicationServerKey, "base64url")).buffer },
    toJSON: () => ({ endpoint: "https://push.example.org/1", keys: { p256dh: "p", auth: "a" } }),
    async unsubscribe() {
      done.push("unsubscribe");
      held = null;
      return true;
    },
  });
  const pushManager = {
    getSubscription: async () => held,
    subscribe: ({ applicationServerKey }: { applicationServerKey: string }) => {
      done.push("subscribe");
      if (options.answer === "never") return new Promise(() => {});
      if (options.answer === "refuse") return Promise.reject(new DOMException("no", "AbortError"));
      held = made(applicationServerKey);
      return Promise.resolve(held);
    },
  };
  const registration = { pushManager };
  const permission = options.permission ?? "granted";
  vi.stubGlobal("Notification", { permission, requestPermission: async () => permission });
  vi.stubGlobal("PushManager", class {});
  vi.stubGlobal("navigator", {
    serviceWorker: { ready: Promise.resolve(registration), getRegistration: async () => registration },
  });
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => storage.get(name) ?? null,
    setItem: (name: string, value: string) => storage.set(name, value),
    removeItem: (name: string) => storage.delete(name),
  });
  vi.stubGlobal("fetch", async (path: string, { method, body }: { method: string; body?: string }) => {
    requests.push([method, path, body === undefined ? undefined : JSON.parse(body)]);
    if (path === "/api/push-key") return Response.json({ key });
    if (method === "GET") return Response.json({ state: options.server ?? "none" });
    return new Response(null, { status: 204 });
  });
  return {
    done,
    requests,
    hold: (applicationServerKey: string) => {
      held = made(applicationServerKey);
    },
    held: () => held,
  };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const reasonOf = (work: Promise<void>) =>
  work.then(
    () => "subscribed",
    (error: unknown) => (error instanceof NotSubscribed ? error.reason : error),
  );
const saved = [
  "PUT",
  "/api/push-subscriptions",
  { endpoint: "https://push.example.org/1", keys: { p256dh: "p", auth: "a" } },
];

describe("turning reminders on", () => {
  it("subscribes with the server's key and tells the server", async () => {
    const { done, requests } = browser();
    await turnOn("ben");
    expect(done).toEqual(["subscribe"]);
    expect(requests).toContainEqual(saved);
    expect(wantedBy()).toBe("ben");
  });

  it.each([
    ["denied", "blocked"],
    ["default", "dismissed"],
  ] as const)(
    "says so when the person's answer was %s, and subscribes nothing",
    async (permission, reason) => {
      const { done } = browser({ permission });
      expect(await reasonOf(turnOn("ben"))).toBe(reason);
      expect(done).toEqual([]);
      expect(wantedBy()).toBeNull();
    },
  );

  it("gives up on a push service that never answers", async () => {
    browser({ answer: "never" });
    const turning = reasonOf(turnOn("ben"));
    await vi.advanceTimersByTimeAsync(16_000);
    expect(await turning).toBe("no-answer");
    expect(wantedBy()).toBeNull();
  });

  it("says so when the push service refuses", async () => {
    browser({ answer: "refuse" });
    expect(await reasonOf(turnOn("ben"))).toBe("refused");
  });

  it("ends a subscription made with another key before it makes a new one", async () => {
    const { done, hold } = browser();
    hold(otherKey);
    await turnOn("ben");
    expect(done).toEqual(["unsubscribe", "subscribe"]);
  });
});

describe("at each launch", () => {
  it("a subscription that is wanted is told to the server again, as it stands", async () => {
    const { done, requests, hold } = browser();
    hold(key);
    setWantedBy("ben");
    await keepSubscription("ben");
    expect(done).toEqual([]);
    expect(requests).toContainEqual(saved);
  });

  it("one that the push service has ended is replaced, though the browser still holds it", async () => {
    const { done, requests, hold } = browser({ server: "gone" });
    hold(key);
    setWantedBy("ben");
    await keepSubscription("ben");
    expect(done).toEqual(["unsubscribe", "subscribe"]);
    expect(requests).toContainEqual(saved);
  });

  it("one that the browser has lost is made anew", async () => {
    const { done, requests } = browser();
    setWantedBy("ben");
    await keepSubscription("ben");
    expect(done).toEqual(["subscribe"]);
    expect(requests).toContainEqual(saved);
  });

  it("nobody is subscribed who has not asked for it", async () => {
    const { done, requests } = browser();
    await keepSubscription("ben");
    expect([done, requests]).toEqual([[], []]);
  });

  it("one of somebody who used this phone before is ended, not taken over", async () => {
    const { done, requests, hold, held } = browser();
    hold(key);
    setWantedBy("ada");
    await keepSubscription("ben");
    expect(done).toEqual(["unsubscribe"]);
    expect(held()).toBeNull();
    expect(requests).toEqual([]);
    expect(wantedBy()).toBeNull();
  });

  it("nothing is asked where the permission was taken back", async () => {
    const { done } = browser({ permission: "denied" });
    setWantedBy("ben");
    await keepSubscription("ben");
    expect(done).toEqual([]);
  });
});

describe("turning reminders off", () => {
  it("ends it in the browser and on the server, and stays off", async () => {
    const { done, requests, hold } = browser();
    hold(key);
    setWantedBy("ben");
    await turnOff();
    expect(done).toEqual(["unsubscribe"]);
    expect(requests).toEqual([
      ["DELETE", "/api/push-subscriptions", { endpoint: "https://push.example.org/1" }],
    ]);
    expect(wantedBy()).toBeNull();
  });
});
