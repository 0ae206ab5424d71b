import { afterEach, expect, test } from "vitest";
import { apiPerson } from "../support/api-person.ts";
import { skipBrowsers } from "../support/browsers.ts";
import { expectAccessible, outOfTheTunnel, type Phone } from "../support/chromium.ts";
import { demoServer, phoneOf, walkTo } from "../support/demo.ts";
import type { ServerProcess } from "../support/server.ts";

let server: ServerProcess;
let phone: Phone;
afterEach(async () => {
  await phone?.close();
  await server?.dispose();
});

test.skipIf(skipBrowsers)(
  "a PM walks through the week's metric check, loses the network and the place, goes on, and ends it in a digest",
  async () => {
    server = await demoServer();
    phone = await phoneOf(server, "Mateo Silva (member)");
    const { page } = phone;
    await walkTo(page, "/rhythm");
    await page.getByRole("heading", { name: "Weekly" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: /^Podcasts Mateo Silva/ }).click();
    // In the example the check of a week is held by its end; before that it waits to begin.
    await page.getByRole("button", { name: /^(Begin|Open it again)$/ }).click();
    await page.locator("summary").click();
    await page
      .getByRole("navigation", { name: "Agenda" })
      .getByRole("link", { name: /^Weekly podcast habit/ })
      .click();
    await page.getByRole("heading", { name: "Weekly podcast habit", level: 2 }).waitFor();
    await expectAccessible(page);

    await server.stop();
    await page.getByRole("button", { name: "Help" }).click();
    await page.getByRole("button", { name: "Save, next" }).click();
    await page.getByText("Say it in a few words.").waitFor();
    await page.getByRole("textbox", { name: "What help, from whom?" }).fill("Two days of the data team.");
    await expectAccessible(page);
    // Left and come back to: the place and the words are still there.
    await page.goto(`${server.origin}/rhythm`);
    await page.getByRole("link", { name: /^Podcasts Mateo Silva/ }).click();
    await page.getByRole("heading", { name: "Weekly podcast habit", level: 2 }).waitFor();
    await page.getByRole("button", { name: "Help" }).click();
    expect(await page.getByRole("textbox", { name: "What help, from whom?" }).inputValue()).toBe(
      "Two days of the data team.",
    );
    await page.getByRole("button", { name: "Save, next" }).click();
    await page.getByText("Decided", { exact: true }).waitFor();

    await page.locator("summary").click();
    await page.getByRole("link", { name: "What was decided" }).click();
    await page.getByText(/^Help: Two days of the data team\./).waitFor();
    await page.getByRole("textbox", { name: "Notes" }).fill("A week of waiting.");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Complete it" }).click();
    await page.getByText(/^Held by Mateo Silva/).waitFor();
    await expectAccessible(page);

    await server.start();
    await outOfTheTunnel(page);
    await page.getByRole("link", { name: "Read the week’s digest" }).click();
    await page.getByText(/^Weekly podcast habit\. Help: Two days of the data team\./).waitFor();
    await expectAccessible(page);
    const ben = await apiPerson(server, "Ben Kramer (member)");
    const told = async () =>
      (await ben.rows()).some(
        ({ kind, body }) =>
          kind === "review" &&
          body != null &&
          JSON.stringify(body).includes("A week of waiting.") &&
          (body as { state?: string }).state === "done",
      );
    await expect.poll(told, { timeout: 20_000 }).toBe(true);
    expect(phone.errors).toEqual([]);
  },
);
