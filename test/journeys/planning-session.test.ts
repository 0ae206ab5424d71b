import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { skipBrowsers } from "../support/browsers.ts";
import { expectAccessible, type Phone } from "../support/chromium.ts";
import { demoServer, phoneOf, walkTo } from "../support/demo.ts";
import type { ServerProcess } from "../support/server.ts";

let server: ServerProcess;
const phones: Phone[] = [];
afterEach(async () => {
  for (const phone of phones.splice(0)) await phone.close();
  await server?.dispose();
});

const unfinished = "New listeners active in week 2, from 42% to 48%";

async function open(persona: string, options: Parameters<typeof phoneOf>[2] = {}): Promise<Phone> {
  const phone = await phoneOf(server, persona, options);
  phones.push(phone);
  return phone;
}

const next = async (page: Page, label: string) => page.getByRole("link", { name: `Next: ${label}` }).click();
const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 }).waitFor();

async function at(page: Page, step: string): Promise<void> {
  await walkTo(page, `/cycle/plan?step=${step}`);
}

async function syncNow(phone: Phone): Promise<void> {
  await phone.context.setOffline(false);
  await walkTo(phone.page, "/me/sync");
  await phone.page.getByRole("button", { name: "Sync now" }).click();
  await phone.page.getByText("nothing waits on this phone").waitFor();
}

test.skipIf(skipBrowsers)(
  "a quarter is planned from the star to the commit on a phone without a network, one step at a time",
  async () => {
    server = await demoServer();
    const ada = await open("Ada Okafor (admin)");
    const { page } = ada;
    await ada.context.setOffline(true);
    await page.getByRole("link", { name: "Cycle", exact: true }).click();
    await page.getByRole("link", { name: /planning$/ }).click();
    await page.getByRole("link", { name: "Go on with the planning session" }).click();

    await heading(page, "Where the star stands");
    await page.getByText("Which bets in the next 90 days move us toward the star?").waitFor();
    await expectAccessible(page);
    await next(page, "Weakest inputs");
    await page.getByText("Its last reading left its usual range, downward.").waitFor();
    await expectAccessible(page);
    await next(page, "Squads");
    const podcasts = page.getByRole("group", { name: "Inputs Podcasts can move" });
    await podcasts.getByRole("button", { name: "Weekly podcast habit" }).click();
    await podcasts.getByRole("button", { name: "Weekly podcast habit", pressed: true }).waitFor();
    await expectAccessible(page);

    // Somebody calls. Later the session is where it was left.
    await page.getByRole("link", { name: "Today", exact: true }).click();
    await page.goto(new URL("/cycle/plan", page.url()).href);
    await heading(page, "Which squads can move them?");
    await next(page, "Carry over");
    const left = /^Premium listeners who start an audiobook/;
    await page.getByRole("switch", { name: left }).check();
    await page.getByRole("button", { name: "Carry over 1" }).click();
    await page.getByText("1 carried over as drafts").waitFor();
    await page.getByText("in the plan already").waitFor();
    await expectAccessible(page);

    await next(page, "Company");
    await page.getByText("An objective that does not help the star: why does it exist?").waitFor();
    await expectAccessible(page);
    await next(page, "Squad objectives");
    await page.getByRole("link", { name: "New objective of Podcasts" }).click();
    const title = page.getByRole("textbox", { name: "What do we want to be true?" });
    expect(await title.inputValue()).toBe("Lift weekly podcast habit");
    await title.fill("Improve the experience");
    await page.getByText("Lint rule: vague").waitFor();
    await page.getByRole("button", { name: "Use this wording" }).click();
    expect(await title.inputValue()).toContain("[");
    await title.fill("Make a show part of the week");
    await page
      .getByRole("combobox", { name: "Which company objective does it serve?" })
      .selectOption({ index: 1 });
    await expectAccessible(page);
    await page.getByRole("button", { name: "Save the objective" }).click();
    await heading(page, "What each squad will change");
    await next(page, "Key results");

    await page.getByRole("link", { name: "Add a key result to “Make a show part of the week”" }).click();
    await page
      .getByRole("textbox", { name: "What will have changed?" })
      .fill("Listeners with a weekly show, from 21% to 27%");
    await page.getByRole("button", { name: /^Measure “Weekly podcast habit” itself/ }).click();
    expect(
      Number.parseFloat(await page.getByRole("textbox", { name: "Baseline" }).inputValue()),
    ).toBeGreaterThan(15);
    await page.getByRole("textbox", { name: "Target" }).fill("27");
    await page.getByRole("textbox", { name: "Because …" }).fill("a weekly show is a reason to come back");
    await page.getByText("Ready to be committed").waitFor();
    await page.getByText("Weight, further links, pay").click();
    await page.getByRole("switch", { name: /^Pay-linked/ }).check();
    await page.getByText("People bend what they are paid for.").waitFor();
    await page.getByRole("switch", { name: /^Pay-linked/ }).uncheck();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Save the key result" }).click();
    await heading(page, "How it will show");
    await expectAccessible(page);
    await next(page, "Load");
    await page.getByText("Squads without work").waitFor();
    await expectAccessible(page);

    await next(page, "Gate");
    await expectAccessible(page);
    await page.getByRole("link", { name: /^A reason in words · Because/ }).click();
    await page.getByRole("alert").filter({ hasText: "Finish the sentence" }).waitFor();
    await page.getByRole("textbox", { name: "Because …" }).fill("the second week decides who stays");
    await page.getByRole("button", { name: "Save the key result" }).click();
    await heading(page, "The gate");
    await page.getByRole("button", { name: "Commit the cycle" }).click();
    await page.getByText("is running").waitFor();
    await syncNow(ada);
    expect(ada.errors).toEqual([]);
  },
);

test.skipIf(skipBrowsers)(
  "two people plan at once without a network: both keep their fields, and of the same one the earlier is told",
  async () => {
    server = await demoServer();
    const ada = await open("Ada Okafor (admin)");
    const henrik = await open("Henrik Lund (admin)", { width: 1280, height: 860, dark: true });
    for (const phone of [ada, henrik]) await phone.context.setOffline(true);

    for (const [phone, target] of [
      [ada, "50"],
      [henrik, "46"],
    ] as const) {
      await at(phone.page, "key-results");
      await phone.page.getByRole("link", { name: unfinished }).click();
      await phone.page.getByRole("textbox", { name: "Target" }).fill(target);
    }
    await ada.page.getByRole("textbox", { name: "Because …" }).fill("the second week decides who stays");
    await henrik.page
      .getByRole("textbox", { name: "What will have changed?" })
      .fill("New listeners still active in their second week");
    for (const { page } of [ada, henrik]) {
      await page.getByRole("button", { name: "Save the key result" }).click();
      await heading(page, "How it will show");
    }
    await at(ada.page, "squads");
    await at(henrik.page, "squads");
    const tap = (page: Page, squad: string, input: string) =>
      page
        .getByRole("group", { name: `Inputs ${squad} can move` })
        .getByRole("button", { name: input })
        .click();
    await tap(ada.page, "Podcasts", "Weekly podcast habit");
    await expectAccessible(henrik.page);
    await tap(henrik.page, "Catalog", "Saved tracks per listener");

    await syncNow(ada);
    await syncNow(henrik);
    await syncNow(ada);
    const words = "The target is now 46%; you had set 50%.";
    await walkTo(ada.page, "/");
    await ada.page.getByRole("link", { name: /^Changed after you/ }).click();
    await ada.page.getByRole("link", { name: words }).click();
    await ada.page.getByText(words).waitFor();
    await ada.page
      .getByRole("heading", { name: "New listeners still active in their second week" })
      .waitFor();
    await ada.page.getByText("the second week decides who stays").waitFor();
    await expectAccessible(ada.page);
    await at(ada.page, "squads");
    for (const [squad, input] of [
      ["Podcasts", "Weekly podcast habit"],
      ["Catalog", "Saved tracks per listener"],
    ] as const)
      await ada.page
        .getByRole("group", { name: `Inputs ${squad} can move` })
        .getByRole("button", { name: input, pressed: true })
        .waitFor();

    await walkTo(ada.page, "/me/sync");
    await ada.page.getByRole("link", { name: words }).click();
    await ada.page.getByRole("button", { name: "Restore mine" }).click();
    await ada.page.getByText("Set back to yours").waitFor();
    await ada.page.getByText(words).first().waitFor({ state: "detached" });
    await syncNow(ada);
    await syncNow(henrik);
    await henrik.page.getByText("The target is now 50%; you had set 46%.").waitFor();
    expect([...ada.errors, ...henrik.errors]).toEqual([]);
  },
);
