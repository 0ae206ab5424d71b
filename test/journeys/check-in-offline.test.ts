import { afterEach, expect, test } from "vitest";
import { apiPerson } from "../support/api-person.ts";
import { skipBrowsers } from "../support/browsers.ts";
import { outOfTheTunnel, type Phone } from "../support/chromium.ts";
import { demoServer, openStack, phoneOf, walkTo } from "../support/demo.ts";
import { type ServerProcess, until } from "../support/server.ts";
import { countRows } from "../support/sql.ts";

const ben = "Ben Kramer (member)";
const mateo = "Mateo Silva (member)";
const episodes = "Listeners who finish two podcast episodes a week, from 18% to 26%";

let server: ServerProcess;
let phones: Phone[] = [];
afterEach(async () => {
  for (const phone of phones) await phone.close();
  phones = [];
  await server?.dispose();
});
const open = async (persona: string) => {
  const phone = await phoneOf(server, persona);
  phones.push(phone);
  return phone;
};

test.skipIf(skipBrowsers)(
  "with the server stopped Ben checks in three times and amends once, loses his battery, and all of it arrives once",
  async () => {
    server = await demoServer();
    const phone = await open(ben);
    const other = await open(mateo);
    await walkTo(other.page, "/cycle");
    await other.page.getByText(episodes).first().click();
    await other.page.getByText(/^\d+ check-ins$/).waitFor();
    await phone.restart();
    await server.stop();

    await phone.page.goto(server.origin);
    await phone.page.getByText("3 check-ins to do").first().waitFor();
    await openStack(phone.page);
    await phone.page.getByRole("textbox", { name: "Where it is now" }).fill("21.4");
    await phone.page.getByRole("textbox", { name: /why|note/i }).fill("Said in a tunnel.");
    await phone.page.getByRole("button", { name: "Save, next" }).click();
    await phone.page.getByText("Premium listeners who start an audiobook").first().waitFor();
    await phone.page.getByRole("button", { name: "No change" }).click();
    await phone.page.getByText("Morning sessions started by voice").first().waitFor();
    await phone.page.getByRole("button", { name: "No change" }).click();
    await phone.page.getByRole("heading", { name: "3 check-ins saved" }).waitFor();
    await phone.page
      .getByText(/on this phone/)
      .first()
      .waitFor();

    await walkTo(phone.page, "/check-in/mine");
    await phone.page.getByText(episodes).click();
    await phone.page.getByRole("button", { name: "Amend" }).first().click();
    await phone.page.getByRole("dialog").getByRole("textbox").first().fill("21.6");
    await phone.page
      .getByRole("dialog")
      .getByRole("button", { name: /save|amend/i })
      .click();
    await phone.page.getByText("21.6").first().waitFor();

    await phone.crash();
    await phone.page.goto(`${server.origin}/check-in/mine`);
    await phone.page.getByText(episodes).click();
    await phone.page.getByText("Said in a tunnel.").first().waitFor();
    await phone.page.getByText("21.6").first().waitFor();
    await walkTo(phone.page, "/me/sync");
    await phone.page.getByText("4 waiting to be sent").waitFor();

    await server.start();
    await phone.page.getByText("Everything is sent").waitFor({ timeout: 60_000 });
    await outOfTheTunnel(other.page);
    await other.page.getByText("Said in a tunnel.").first().waitFor({ timeout: 90_000 });
    expect([...phone.errors, ...other.errors]).toEqual([]);
    await server.stop();
    expect(await countRows(server.dataDir, "check_in", "note = 'Said in a tunnel.' and amends is null")).toBe(
      1,
    );
    expect(await countRows(server.dataDir, "check_in", "value = 0.216 and amends is not null")).toBe(1);
  },
);

test.skipIf(skipBrowsers)("two tabs of one phone send each check-in once", async () => {
  server = await demoServer();
  const phone = await open(ben);
  const before = await checkIns();
  const second = await phone.context.newPage();
  await second.goto(`${server.origin}/cycle`);
  await second.getByText(episodes).first().waitFor();
  await server.stop();
  await openStack(phone.page);
  for (const next of ["Premium listeners who start", "Morning sessions started", "3 check-ins saved"]) {
    await phone.page.getByRole("button", { name: "No change" }).click();
    await phone.page.getByText(next).first().waitFor();
    await second.bringToFront();
    await phone.page.bringToFront();
  }
  await walkTo(second, "/me/sync");
  await second.getByText("3 waiting to be sent").waitFor();
  await server.start();
  await outOfTheTunnel(second);
  await second.getByText("Everything is sent").waitFor({ timeout: 60_000 });
  await server.stop();
  expect((await checkIns()) - before).toBe(3);

  async function checkIns() {
    await server.stop();
    const count = await countRows(server.dataDir, "check_in");
    await server.start();
    return count;
  }
});

test.skipIf(skipBrowsers)("a response lost after the commit does no harm", async () => {
  server = await demoServer();
  const phone = await open(ben);
  let lost = 0;
  await phone.context.route("**/api/sync", async (route) => {
    const body = route.request().postDataJSON() as { mutations: unknown[] };
    if (body.mutations.length === 0 || lost >= 2) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort("connectionreset");
  });
  await openStack(phone.page);
  await phone.page.getByRole("textbox", { name: /why|note/i }).fill("Lost on the way back.");
  await phone.page.getByRole("button", { name: "Save, next" }).click();
  await phone.page.getByText("Premium listeners who start an audiobook").first().waitFor();
  await phone.page.goto(`${server.origin}/me/sync`);
  await phone.page.getByText("Everything is sent").waitFor({ timeout: 60_000 });
  expect(lost).toBeGreaterThan(0);
  // The worker may be sending the same at this moment.
  await phone.context.unrouteAll({ behavior: "wait" });
  await server.stop();
  expect(await countRows(server.dataDir, "check_in", "note = 'Lost on the way back.'")).toBe(1);
});

test.skipIf(skipBrowsers)(
  "with no page open the worker sends it, and the next page knows without network",
  async () => {
    server = await demoServer();
    const phone = await open(ben);
    const cdp = await phone.context.newCDPSession(phone.page);
    const registered = new Promise<string>((found) => {
      cdp.on("ServiceWorker.workerRegistrationUpdated", ({ registrations: [one] }) => {
        if (one) found(one.registrationId);
      });
    });
    await cdp.send("ServiceWorker.enable");
    const registrationId = await registered;
    await server.stop();
    await openStack(phone.page);
    await phone.page.getByRole("textbox", { name: /why|note/i }).fill("Left to the worker.");
    await phone.page.getByRole("button", { name: "Save, next" }).click();
    await phone.page.getByText("Premium listeners who start an audiobook").first().waitFor();
    await phone.page.goto("about:blank");

    await server.start();
    const ada = await apiPerson(server, "Ada Okafor (admin)");
    const note = "note = 'Left to the worker.'";
    const sync = { origin: server.origin, registrationId, tag: "northing-sync", lastChance: false };
    await cdp.send("ServiceWorker.dispatchSyncEvent", sync);
    const arrived = async () => JSON.stringify(await ada.rows()).includes("Left to the worker.");
    await until(arrived, "the worker to send it");
    await server.stop();

    await phone.page.goto(`${server.origin}/check-in/mine`);
    await phone.page.getByText(episodes).click();
    await phone.page.getByText("Left to the worker.").first().waitFor();
    await walkTo(phone.page, "/me/sync");
    await phone.page.getByText("Everything is sent").waitFor();
    await server.start();
    await phone.page.getByRole("button", { name: "Sync now" }).click();
    await walkTo(phone.page, "/check-in/mine");
    await phone.page.getByText(episodes).click();
    await phone.page.getByText("Left to the worker.").first().waitFor();
    expect(phone.errors).toEqual([]);
    await server.stop();
    expect(await countRows(server.dataDir, "check_in", note)).toBe(1);
  },
);
