import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { skipBrowsers } from "../support/browsers.ts";
import { expectAccessible, openPhone, outOfTheTunnel, type Phone } from "../support/chromium.ts";
import { demoServer, onePhoneEach, walkTo } from "../support/demo.ts";
import type { ServerProcess } from "../support/server.ts";

let server: ServerProcess;
let outside: Phone | undefined;
const phones = onePhoneEach(() => server);
beforeAll(async () => {
  if (!skipBrowsers) server = await demoServer();
});
afterAll(async () => {
  await phones.close();
  await outside?.close();
  await server?.dispose();
});

const pathOf = (address: string) => new URL(address).pathname;

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const link = (page: Page, name: string | RegExp) => page.getByRole("link", { name });
const typed = (page: Page, name: string | RegExp) => page.getByRole("textbox", { name });
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name });

const steps: readonly (readonly [step: string, title: string])[] = [
  ["", "North Star workshop"],
  ["fit", "Does it fit us?"],
  ["why", "Why we exist"],
  ["value", "Where the value is"],
  ["model", "Kind of business, and examples"],
  ["candidates", "Two or three candidates"],
  ["choose", "Compare and choose"],
  ["sign", "Sign it"],
];

async function toWorkshop(page: Page, step: RegExp): Promise<void> {
  await page.getByRole("link", { name: "Star", exact: true }).click();
  await link(page, /^North Star workshop/).click();
  await link(page, step).first().click();
}

test.skipIf(skipBrowsers)(
  "two people judge a candidate without a network, and what both found is on both phones",
  async () => {
    const { page } = await phones.of("Ada Okafor (admin)");
    await page.getByRole("link", { name: "Star", exact: true }).click();
    await link(page, /^North Star workshop/).click();
    await link(page, /^Does it fit us/).waitFor();
    await expectAccessible(page);
    await link(page, /^Kind of business, and examples/).click();
    await button(page, /^All \d+/).click();
    await page.getByText("disputed").first().waitFor();
    await expectAccessible(page);
    await link(page, "Take as a candidate: Total time reading").click();
    await typed(page, "Name").fill("Chapters finished per reader");
    await expectAccessible(page);
    await button(page, "Put it on the shortlist").click();
    await heading(page, "Chapters finished per reader").waitFor();
    await expectAccessible(page);
    await page.getByText("None of the ten tests has been judged.").waitFor();
    const address = page.url();

    const dora = await phones.of("Dora Marsh (director)", { dark: true });
    await toWorkshop(dora.page, /^Two or three candidates/);
    await link(dora.page, /^Chapters finished per reader/).waitFor();
    await expectAccessible(dora.page);
    for (const [step, title] of steps) {
      await walkTo(dora.page, `/star/workshop/${step}`);
      await heading(dora.page, title).waitFor();
      await expectAccessible(dora.page);
    }
    await walkTo(dora.page, pathOf(address));
    await heading(dora.page, "Five tests").waitFor();
    await server.stop();

    await link(page, "Judge: One metric").click();
    await button(page, /^Save, next: Leading$/).click();
    await page.getByText("Choose yes, partly or no.").waitFor();
    await page.getByRole("radio", { name: "Yes" }).check();
    await typed(page, "Evidence").fill("Chapters divided by readers: one number.");
    await expectAccessible(page);
    await page.reload();
    await page.getByText("What you typed before is still here").waitFor();
    await button(page, /^Save, next: Leading$/).click();
    await heading(page, "Leading").waitFor();
    const focused = page.evaluate(() => document.activeElement?.textContent);
    expect(await focused, "the next test is read out").toBe("Leading");
    await page.getByRole("radio", { name: "Partly" }).check();
    await typed(page, "Evidence").fill("Renewals follow after a month.");
    await button(page, /^Save, next: User-centric$/).click();
    await heading(page, "User-centric").waitFor();

    await link(dora.page, /^Sticky/).click();
    await dora.page.getByRole("radio", { name: "No", exact: true }).check();
    await typed(dora.page, "Evidence").fill("Formats change every other year.");
    await expectAccessible(dora.page);
    await button(dora.page, /^Save, next/).click();
    await heading(dora.page, "Measurable today").waitFor();

    const answer = async (one: Page, question: RegExp, words: string) => {
      await walkTo(one, "/star/workshop/value");
      await typed(one, question).fill(words);
      await button(one, "Save").click();
      await button(one, "Save").waitFor({ state: "detached" });
    };
    await answer(page, /^Which value is exchanged/, "An evening well spent.");
    await answer(dora.page, /^Which number, if it rose today/, "Readers who recommend a chapter.");

    await server.start();
    for (const one of [page, dora.page]) {
      await one.goto(`${server.origin}/star/workshop/value`);
      await one.getByText("An evening well spent.").waitFor();
      await one.getByText("Readers who recommend a chapter.").waitFor();
    }
    for (const one of [page, dora.page]) {
      await walkTo(one, pathOf(address));
      await one.getByText("3 of 10 judged: 1 yes, 1 partly, 1 no").waitFor();
      for (const words of ["one number.", "Renewals follow", "Formats change"])
        await one.getByText(words).waitFor();
    }
    expect(phones.errors()).toEqual([]);
  },
);

test.skipIf(skipBrowsers)(
  "a sceptic without an account answers once, and nothing of Northing stays on their phone",
  async () => {
    const { page } = await phones.of("Dora Marsh (director)");
    await toWorkshop(page, /^Two or three candidates/);
    await link(page, /^Monthly active listeners/).click();
    await button(page, "Put it back on the shortlist").click();
    const ask = async () => {
      await button(page, /^Ask (a sceptic|somebody else)$/).click();
      await button(page, "Make the link").click();
      const url = await page.getByText(/\/sceptic#/).textContent();
      await expectAccessible(page);
      await button(page, "Close").click();
      return url ?? "";
    };
    const url = await ask();
    await page.getByText(/^Not answered yet; good until/).waitFor();

    outside = await openPhone(server.origin);
    await outside.page.goto(url);
    await heading(outside.page, "Would a customer care?").waitFor();
    expect(outside.page.url()).not.toContain("#");
    await outside.page.getByText("Monthly active listeners").waitFor();
    await button(outside.page, "Send the answer").click();
    await outside.page.getByText("Choose yes, no or not sure.").waitFor();
    await expectAccessible(outside.page);
    await outside.page.reload();
    await outside.page.getByRole("radio", { name: "Not sure" }).check();
    await typed(outside.page, /^Why/).fill("<b>Hm.</b> I do not count months.");
    await typed(outside.page, "Your name").fill("Nadia & Co");
    await server.stop();
    await button(outside.page, "Send the answer").click();
    await outside.page.getByText(/What you typed is still here/).waitFor();
    await server.start();
    await button(outside.page, "Send the answer").click();
    await heading(outside.page, "Thank you").waitFor();
    await expectAccessible(outside.page);
    const kept = await outside.page.evaluate(async () => ({
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      stored: localStorage.length + sessionStorage.length + document.cookie.length,
    }));
    expect(kept).toEqual({ databases: 0, caches: 0, workers: 0, stored: 0 });

    await page.getByText("<b>Hm.</b> I do not count months.").waitFor();
    await page.getByText(/^Nadia & Co, from outside/).waitFor();
    const revoked = await ask();
    await button(page, /^Revoke the link/).click();
    await page.getByRole("dialog").getByRole("button", { name: "Revoke it" }).click();
    await page.getByText(/^Not answered yet/).waitFor({ state: "detached" });
    for (const address of [
      url,
      revoked,
      `${server.origin}/sceptic#${"A".repeat(24)}`,
      `${server.origin}/sceptic`,
    ]) {
      await outside.page.goto("about:blank");
      await outside.page.goto(address);
      await heading(outside.page, "This link asks nothing any more").waitFor();
    }
    await expectAccessible(outside.page);
    expect([...phones.errors(), ...outside.errors]).toEqual([]);
  },
);

test.skipIf(skipBrowsers)(
  "a product line gets its own North Star under an umbrella, signed by two, and the company's stays on top",
  async () => {
    const { page } = await phones.of("Ada Okafor (admin)", { width: 1280, height: 900 });
    await toWorkshop(page, /^Two or three candidates/);
    for (const name of ["Chapters heard to the end", "Audiobook hours"]) {
      await link(page, "Add a candidate").click();
      await typed(page, "Name").fill(name);
      await typed(page, "Definition").fill("As counted by the player, in a week.");
      await button(page, "Put it on the shortlist").click();
      await heading(page, name).waitFor();
      if (name === "Chapters heard to the end") await link(page, "Back to the candidates").click();
    }
    await button(page, "Reject it").click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("button", { name: "Reject it" }).click();
    await page.getByText("Say why in a sentence").waitFor();
    await typed(page, "Why?").fill("Speed settings move it.");
    await sheet.getByRole("button", { name: "Reject it" }).click();
    await page.getByText(/^Rejected on .*: Speed settings move it\.$/).waitFor();

    await link(page, /^Compare and choose/)
      .first()
      .click();
    await page.getByRole("table").waitFor();
    await expectAccessible(page);
    await link(page, "Choose it: Chapters heard to the end").click();
    await page.getByText("Nothing of this stops you").waitFor();
    await page.getByRole("radio", { name: "One product line" }).check();
    await button(page, "Propose it").click();
    await page.getByText("Name the product line.").waitFor();
    await typed(page, "Product line").fill("Audiobooks");
    await page
      .getByRole("combobox", { name: "Umbrella metric" })
      .selectOption({ label: "Listeners who pay" });
    await expectAccessible(page);
    await server.stop();
    await button(page, "Propose it").click();
    await page.getByText(/^Proposed until the CEO and the CPO have signed it/).waitFor();
    await page.getByRole("combobox", { name: "It holds for" }).selectOption("15");
    await expectAccessible(page);
    await button(page, "Sign as CPO").click();
    await page.getByText(/Still to sign: Henrik Lund \(CEO\)/).waitFor();
    await server.start();
    await outOfTheTunnel(page);

    const henrik = await phones.of("Henrik Lund (admin)", { dark: true });
    await toWorkshop(henrik.page, /^Sign it/);
    await henrik.page.getByText("Audiobooks").first().waitFor();
    await expectAccessible(henrik.page);
    await button(henrik.page, "Sign as CEO").click();
    await heading(henrik.page, "Proposed until signed").waitFor({ state: "detached" });
    await henrik.page.getByRole("link", { name: "Star", exact: true }).click();
    await henrik.page.getByText("The umbrella above them").waitFor();
    await expectAccessible(henrik.page);
    await link(henrik.page, /^Audiobooks/).click();
    await heading(henrik.page, "Audiobooks: Chapters heard to the end").waitFor();
    await henrik.page.getByRole("link", { name: "Today", exact: true }).click();
    await button(henrik.page, "Not now").click();
    await link(henrik.page, /^North Star · Time spent listening/).waitFor();
    expect(phones.errors()).toEqual([]);
  },
);
