import { describe, expect, it } from "vitest";
import { pushState, type Surroundings } from "../../../web/push/capability.ts";

const android: Surroundings = {
  ...{ worker: true, pushManager: true, notifications: true, permission: "default", standalone: false },
  userAgent: "Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/156.0 Mobile",
  ...{ touchPoints: 5, subscribed: false, wanted: false, server: "none" },
};
const iPhone: Partial<Surroundings> = {
  userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) Version/18.4 Mobile Safari",
};
const inSafari = { ...iPhone, pushManager: false, notifications: false };
const on = { permission: "granted", subscribed: true, wanted: true, server: "on" } as const;
const state = (changes: Partial<Surroundings>) => pushState({ ...android, ...changes });

describe("whether reminders reach this device", () => {
  it("is askable where nobody has been asked", () => {
    expect(state({})).toBe("askable");
  });

  it("is on when the person wants it, the browser holds it and the server knows it", () => {
    expect(state(on)).toBe("on");
  });

  it("is believed without network", () => {
    expect(state({ ...on, server: undefined })).toBe("on");
  });

  it.each([
    ["the push service has ended it", { server: "gone" }],
    ["the server was restored from before it", { server: "none" }],
    ["the browser has dropped it", { subscribed: false }],
    ["the permission was reset", { permission: "default" }],
  ] as const)("is lost when %s", (_why, change) => {
    expect(state({ ...on, ...change })).toBe("lost");
  });

  it("is askable again after it was switched off, or for the next person on this phone", () => {
    expect(state({ ...on, wanted: false })).toBe("askable");
  });

  it("is blocked when the browser was told no, whatever was before", () => {
    expect(state({ permission: "denied" })).toBe("blocked");
    expect(state({ ...on, permission: "denied" })).toBe("blocked");
  });

  it("needs the home screen on an iPhone, and on an iPad that calls itself a Mac", () => {
    expect(state(inSafari)).toBe("needs-install");
    const iPad = {
      userAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.4",
      touchPoints: 5,
    };
    expect(state({ ...inSafari, ...iPad })).toBe("needs-install");
    expect(state({ ...iPhone, standalone: true })).toBe("askable");
  });

  it("is unsupported on an iPhone too old for it even from the home screen", () => {
    expect(state({ ...inSafari, standalone: true })).toBe("unsupported");
  });

  it.each([{ worker: false }, { pushManager: false }, { notifications: false }])(
    "is unsupported where the browser lacks a part: %j",
    (change) => {
      expect(state(change)).toBe("unsupported");
      expect(state({ ...change, userAgent: "Mozilla/5.0 (Macintosh)", touchPoints: 0 })).toBe("unsupported");
    },
  );
});
