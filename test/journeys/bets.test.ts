import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { skipBrowsers } from "../support/browsers.ts";
import { expectAccessible, outOfTheTunnel, type Phone } from "../support/chromium.ts";
import { demoServer, phoneOf, walkTo } from "../support/demo.ts";
import type { ServerProcess } from "../support/server.ts";

let server: ServerProcess;
let phone: Phone;
let other: Phone | undefined;
beforeAll(async () => {
  if (!skipBrowsers) server = await demoServer();
});
afterEach(async () => {
  await phone?.close();
  await other?.close();
  other = undefined;
});
afterAll(() => server?.dispose());

test.skipIf(skipBrowsers)(
  "a link shared from another app becomes a bet without a network, is justified, concluded and seen by the squad",
  async () => {
    phone = await phoneOf(server, "Ben Kramer (member)");
    const { page } = phone;
    await server.stop();

    const shared = new URLSearchParams({ title: "Chapter previews", text: "https://example.com/talk" });
    await page.goto(`${server.origin}/bets/new?${shared}`);
    const title = page.getByRole("textbox", { name: "What do we want to try?" });
    await title.waitFor();
    expect(await title.inputValue()).toBe("Chapter previews");
    expect(await page.getByRole("textbox", { name: "Who asks for it?" }).inputValue()).toBe(
      "https://example.com/talk",
    );
    await expectAccessible(page);
    await page.getByRole("combobox", { name: "Whose work is it?" }).selectOption({ label: "Podcasts" });
    await page.getByRole("button", { name: "Place the bet" }).click();
    await page.getByText("no key result justifies it").waitFor();
    await expectAccessible(page);

    await page.getByRole("link", { name: "Edit" }).click();
    await page
      .getByRole("combobox", { name: "Which key result justifies it?" })
      .selectOption({ label: "Listeners who finish two podcast episodes a week, from 18% to 26%" });
    await page.getByRole("switch", { name: /^Write a hypothesis/ }).check();
    await page.getByRole("button", { name: "Save the bet" }).click();
    await page.getByText("a bet without a number cannot be lost").waitFor();
    await page.getByRole("textbox", { name: "We believe that …" }).fill("Previews of the next chapter");
    await page.getByRole("combobox", { name: "… will move" }).selectOption({ label: "Weekly podcast habit" });
    await page.getByRole("textbox", { name: "by", exact: true }).fill("0.5");
    await page.getByLabel("by the day").fill("2030-12-31");
    await page.getByRole("textbox", { name: "because …" }).fill("people stay for what comes next");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Save the bet" }).click();
    await page
      .getByText(
        /^We believe previews of the next chapter will move Weekly podcast habit by \+0\.5 points .*, because people stay for what comes next\.$/,
      )
      .waitFor();

    await page.getByRole("button", { name: "For today" }).click();
    await page.getByText("It is for today").waitFor();
    await walkTo(page, "/");
    await page.getByRole("link", { name: /^Chapter previews/ }).click();
    await page.getByRole("button", { name: "Start it" }).click();
    await page.getByRole("button", { name: "Conclude it" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Conclude it" }).click();
    await page.getByText("Choose one of the three.").waitFor();
    await page.getByRole("radio", { name: "Won" }).check();
    await page.getByRole("textbox", { name: "What did we learn?" }).fill("They do stay.");
    await page.getByRole("radio", { name: "Double down" }).check();
    await expectAccessible(page);
    await page.getByRole("dialog").getByRole("button", { name: "Conclude it" }).click();
    await page.getByText("Concluded: won").waitFor();
    await page.getByText("They do stay.").waitFor();
    // The sheet and the button that opened it are gone; keyboard focus is not lost with them.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");

    await server.start();
    await outOfTheTunnel(page);
    other = await phoneOf(server, "Mateo Silva (member)", { dark: true });
    await walkTo(other.page, "/bets");
    await expectAccessible(other.page);
    await other.page.getByRole("radio", { name: "Ended" }).check();
    await other.page.getByRole("link", { name: /^Chapter previews/ }).click();
    await other.page.getByText("They do stay.").waitFor();
    expect([...phone.errors, ...other.errors]).toEqual([]);
  },
);

test.skipIf(skipBrowsers)("whoever only reads sees the bets and is offered nothing to change", async () => {
  phone = await phoneOf(server, "Vic Adeyemi (viewer)");
  const { page } = phone;
  await walkTo(page, "/bets");
  await page.getByRole("heading", { name: "No key result justifies these" }).waitFor();
  expect(await page.getByRole("link", { name: "Place a bet" }).count()).toBe(0);
  await page.getByRole("link", { name: /^Resume a show on the lock screen/ }).click();
  await page.getByText(/^We believe a resume button/).waitFor();
  expect(await page.getByRole("button", { name: "Conclude it" }).count()).toBe(0);
  await walkTo(page, "/bets/new");
  await page.getByText("Bets are placed by a squad’s people").waitFor();
  expect(phone.errors).toEqual([]);
});
