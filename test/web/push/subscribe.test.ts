import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setWantedBy, wantedBy } from "../../../web/push/capability.ts";
import { NotSubscribed } from "../../../web/push/standing.ts";
import { keepSubscription, turnOff, turnOn } from "../../../web/push/subscribe.ts";
import { onSubscriptionChange } from "../../../web/sw/on-subscription-change.ts";

const key = Buffer.alloc(65, 4).toString("base64url");
const otherKey = Buffer.alloc(65, 5).toString("base64url");

const registrations: object[] = [];

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
  registrations.push(registration);
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

const lost = ["POST", "/api/push-subscriptions/lost", {}];
/** The registration of the browser made last, as its worker holds it. */
const browserRegistration = () => registrations.at(-1)! as unknown as ServiceWorkerRegistration;

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

  it("one whose permission was taken back is not asked for again, and the server is told", async () => {
    const { done, requests } = browser({ permission: "denied" });
    setWantedBy("ben");
    await keepSubscription("ben");
    expect(done).toEqual([]);
    expect(requests).toEqual([lost]);
    expect(wantedBy()).toBe("ben");
  });

  it("one made with a key the server no longer has is made anew with the new key", async () => {
    const { done, requests, hold } = browser();
    hold(otherKey);
    setWantedBy("ben");
    await keepSubscription("ben");
    expect(done).toEqual(["unsubscribe", "subscribe"]);
    expect(requests).toContainEqual(saved);
    expect(requests).not.toContainEqual(lost);
  });

  it.each(["refuse", "never"] as const)(
    "one that cannot be had back is told to the server, when the push service's answer is: %s",
    async (answer) => {
      const { requests, hold } = browser({ answer });
      hold(otherKey);
      setWantedBy("ben");
      const kept = reasonOf(keepSubscription("ben"));
      await vi.advanceTimersByTimeAsync(16_000);
      expect(await kept).toBe(answer === "refuse" ? "refused" : "no-answer");
      expect(requests).toContainEqual(lost);
    },
  );
});

describe("when the browser has dropped or replaced the subscription, its worker", () => {
  const worker = () => onSubscriptionChange({ registration: browserRegistration() });

  it("tells the server the new one", async () => {
    const { done, requests } = browser();
    await worker();
    expect(done).toEqual(["subscribe"]);
    expect(requests).toContainEqual(saved);
  });

  it("keeps one that the browser has made itself, unless it is of an older key", async () => {
    const { done, requests, hold } = browser();
    hold(key);
    await worker();
    expect(done).toEqual([]);
    expect(requests).toContainEqual(saved);
    hold(otherKey);
    await worker();
    expect(done).toEqual(["unsubscribe", "subscribe"]);
  });

  it.each(["refuse", "never"] as const)("says that it is lost when there is none: %s", async (answer) => {
    const { requests } = browser({ answer });
    const changed = worker();
    await vi.advanceTimersByTimeAsync(16_000);
    await changed;
    expect(requests).toContainEqual(lost);
    expect(requests).not.toContainEqual(saved);
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
