import { afterEach, expect, test, vi } from "vitest";
import { startWorld, tokenOf } from "../../support/world.ts";
import { startBrowser } from "./browser.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

const home = "Europe/Berlin";

/** Ben's phone, signed in, that can be carried to another zone. */
async function travelling() {
  const server = await startWorld();
  const browser = await startBrowser(server.stranger(), server.origin);
  const page = await browser.open();
  await page.session.join(tokenOf(await server.linkFor(server.ben)));
  const zone = await import("../../../web/store/zone-moved.ts");
  const options = new Intl.DateTimeFormat().resolvedOptions();
  const carryTo = (timeZone: string) =>
    vi.spyOn(Intl.DateTimeFormat.prototype, "resolvedOptions").mockReturnValue({ ...options, timeZone });
  return { ...zone, carryTo, drafts: page.drafts };
}

test("a device at home, or where the clocks are the same, asks nothing", async () => {
  const { carryTo, zoneToAskAbout } = await travelling();
  for (const place of [home, "Europe/Paris"]) {
    carryTo(place);
    expect(await zoneToAskAbout(home)).toBeUndefined();
  }
});

test("a device elsewhere asks, and one zone that is kept for good is asked about no more", async () => {
  const { carryTo, zoneToAskAbout, keepZoneIn } = await travelling();
  carryTo("Europe/Lisbon");
  expect(await zoneToAskAbout(home)).toBe("Europe/Lisbon");
  await keepZoneIn("Europe/Lisbon");
  expect(await zoneToAskAbout(home)).toBeUndefined();
  carryTo("Asia/Tokyo");
  expect(await zoneToAskAbout(home)).toBe("Asia/Tokyo");
});

test("a browser that hides its zone is nowhere, and asks nothing", async () => {
  const { carryTo, zoneToAskAbout } = await travelling();
  for (const place of ["UTC", "Etc/UTC", "Etc/GMT"]) {
    carryTo(place);
    expect(await zoneToAskAbout(home)).toBeUndefined();
  }
});

test("a trip ends at home: until then no zone is asked about, and the next trip is", async () => {
  const { carryTo, zoneToAskAbout, keepZoneOnTrip } = await travelling();
  carryTo("Europe/Lisbon");
  await keepZoneOnTrip();
  carryTo("America/New_York");
  expect(await zoneToAskAbout(home)).toBeUndefined();
  carryTo(home);
  expect(await zoneToAskAbout(home)).toBeUndefined();
  carryTo("Europe/Lisbon");
  expect(await zoneToAskAbout(home)).toBe("Europe/Lisbon");
});

test("what an earlier version kept still holds", async () => {
  const { carryTo, zoneToAskAbout, keepZoneIn, drafts } = await travelling();
  await drafts.saveDraft("zone-kept", "Europe/Lisbon");
  carryTo("Europe/Lisbon");
  expect(await zoneToAskAbout(home)).toBeUndefined();
  carryTo("Asia/Tokyo");
  await keepZoneIn("Asia/Tokyo");
  carryTo("Europe/Lisbon");
  expect(await zoneToAskAbout(home)).toBeUndefined();
});
