import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { skipBrowsers } from "../support/browsers.ts";
import { expectAccessible, openPhone, type Phone } from "../support/chromium.ts";
import { demoServer, phoneOf, visitedProfile, walkTo } from "../support/demo.ts";
import { type ServerProcess, until } from "../support/server.ts";

const ada = "Ada Okafor (admin)";
const ben = "Ben Kramer (member)";

let server: ServerProcess;
let phones: Phone[] = [];
afterEach(async () => {
  for (const phone of phones) await phone.close();
  phones = [];
  await server?.dispose();
});
async function kept(phone: Promise<Phone>): Promise<Phone> {
  phones.push(await phone);
  return phone;
}

test.skipIf(skipBrowsers)(
  "an invitation lets one person in as what it says, and nobody a second time",
  async () => {
    server = await demoServer();
    const { page, errors } = await kept(phoneOf(server, ada));
    await walkTo(page, "/me/people");
    await page.getByRole("button", { name: "Invite somebody" }).click();
    await page.getByLabel("Squad").selectOption({ label: "Podcasts" });
    await expectAccessible(page);
    await page.getByRole("button", { name: "Make the link" }).click();
    const link = await linkIn(page);

    const newcomer = await kept(openPhone(server.origin, { profile: await visitedProfile(server) }));
    await newcomer.page.goto(link);
    await newcomer.page.getByText("a member", { exact: true }).waitFor();
    expect(newcomer.page.url(), "the token leaves the address bar").not.toContain("#");
    await newcomer.page.reload();
    await newcomer.page.getByRole("textbox", { name: "Your name" }).fill("Noor Haddad");
    await expectAccessible(newcomer.page);
    await newcomer.page.getByRole("button", { name: /^Join/ }).click();
    await newcomer.page.waitForURL(`${server.origin}/`);

    const second = await kept(openPhone(server.origin, { profile: await visitedProfile(server) }));
    await second.page.goto(link);
    await second.page.getByRole("heading", { name: "This link does not work any more" }).waitFor();
    await expectAccessible(second.page);

    await page.goto(`${server.origin}/me/people`);
    await page.getByText("Noor Haddad").waitFor();
    expect([...errors, ...newcomer.errors]).toEqual([]);
  },
);

test.skipIf(skipBrowsers)(
  "a device comes in by a tap on the other one, and is out and cleared when that one ends it",
  async () => {
    server = await demoServer();
    const { page, errors } = await kept(phoneOf(server, ada));
    await walkTo(page, "/me/devices");
    await page.getByRole("button", { name: "Add a device" }).click();
    const laptop = await kept(
      openPhone(server.origin, { profile: await visitedProfile(server), width: 1280, height: 800 }),
    );
    await laptop.page.goto(await linkIn(page));
    await expectAccessible(page);
    await laptop.page.getByRole("button", { name: "Ask the other device" }).click();
    await laptop.page.getByRole("heading", { name: "Now confirm on the other device" }).waitFor();
    await expectAccessible(laptop.page);
    await page.getByRole("button", { name: "Yes, let it in" }).click();
    await laptop.page
      .getByText(/min \/ week/)
      .first()
      .waitFor();
    expect(await holds(laptop.page, "Spotify example")).toBe(true);

    await page.getByRole("button", { name: /^Sign out \S/ }).click();
    await page.getByRole("button", { name: "Sign it out" }).click();
    await page.getByText(/is signed out/).waitFor();
    await laptop.page.reload();
    await laptop.page.getByText("This device was signed out from another one").waitFor();
    await expectAccessible(laptop.page);
    await until(async () => !(await holds(laptop.page, "Spotify example")), "the laptop is cleared");
    expect([...errors, ...laptop.errors]).toEqual([]);
  },
);

test.skipIf(skipBrowsers)(
  "signing out with unsent work says so, keeps it for its author, and sends it when they are back",
  async () => {
    server = await demoServer();
    const { page, context, errors } = await kept(phoneOf(server, ben));
    await walkTo(page, "/me");
    await page.getByText("My line to the star").waitFor();
    await expectAccessible(page);
    await walkTo(page, "/check-in");
    await page.getByRole("button", { name: "No change" }).waitFor();
    await context.setOffline(true);
    await page.getByRole("button", { name: "No change" }).click();
    await page.getByText("Premium listeners who start an audiobook").first().waitFor();
    await walkTo(page, "/me");
    await page.getByRole("button", { name: /^Sign out/ }).click();
    await page.getByText("1 change").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Keep it here and sign out" }).click();
    await page.getByText("1 unsent item kept on this phone").waitFor();
    await expectAccessible(page);

    await context.setOffline(false);
    await page.goto(await server.link(ben));
    await page.getByRole("button", { name: "Sign in on this device" }).click();
    await page.waitForURL(`${server.origin}/`);
    await walkTo(page, "/me/sync");
    await page.getByText("Everything is sent").waitFor();
    await walkTo(page, "/");
    await page.getByText("2 check-ins to do", { exact: true }).waitFor();
    expect(errors).toEqual([]);
  },
);

/** The link shown in a sheet, to be scanned or copied. */
async function linkIn(page: Page): Promise<string> {
  return page.getByRole("dialog").getByText("/join#").innerText();
}

/** Whether any database of this origin holds a text. */
function holds(page: Page, text: string): Promise<boolean> {
  return page.evaluate(async (wanted) => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    for (const { name } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name!));
      const stores = [...database.objectStoreNames];
      const rows = stores.map((one) => asked(database.transaction(one).objectStore(one).getAll()));
      const found = JSON.stringify(await Promise.all(rows)).includes(wanted);
      database.close();
      if (found) return true;
    }
    return false;
  }, text);
}
