import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { skipBrowsers } from "../support/browsers.ts";
import { expectAccessible, type Phone } from "../support/chromium.ts";
import { demoServer, phoneOf, walkTo } from "../support/demo.ts";
import type { ServerProcess } from "../support/server.ts";

let server: ServerProcess;
let phone: Phone;
beforeAll(async () => {
  if (!skipBrowsers) server = await demoServer();
});
afterEach(async () => {
  await phone?.close();
});
afterAll(() => server?.dispose());

test.skipIf(skipBrowsers)(
  "a metric is made from the library, read, named and given a counterweight, all without a network",
  async () => {
    phone = await phoneOf(server, "Ada Okafor (admin)");
    const { page } = phone;
    await server.stop();
    await page.getByRole("link", { name: "Star", exact: true }).click();
    await page.getByRole("link", { name: /^Growth metrics/ }).click();
    await page.getByRole("searchbox", { name: "Search" }).fill("activation");
    await page.getByText("Activation rate", { exact: true }).click();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Define from this: Activation rate" }).click();
    await page.getByRole("button", { name: "Define it" }).click();
    await page.getByText("Put your own words where the braces stand.").waitFor();
    const definition = page.getByRole("textbox", { name: "Definition" });
    await definition.fill((await definition.inputValue()).replace("{the core action}", "finish an episode"));
    await page.getByRole("switch", { name: "Pay-linked" }).check();
    await page.getByText("Without a counterweight nobody sees what it costs.").waitFor();
    await page.getByRole("button", { name: "Skips in the first 30 seconds" }).click();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Define it" }).click();

    await page.getByText("Its line begins with the first reading.").waitFor();
    await page.getByText(/Look at Skips in the first 30 seconds before believing it/).waitFor();
    await page.getByRole("link", { name: "Record a reading" }).click();
    await page.getByRole("textbox", { name: "Value" }).fill("41,5");
    await page.getByRole("button", { name: "Save the reading" }).click();
    await page.getByRole("img", { name: /^Activation rate: 1 reading/ }).waitFor();
    await page.getByRole("button", { name: "Change it" }).click();
    await page.getByRole("button", { name: "Correct it" }).waitFor();
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByText("The numbers").click();
    await page.getByRole("cell", { name: "41.5%" }).waitFor();
    await page.getByRole("radio", { name: "Years" }).check();
    await page
      .getByText("Each point is the mean of a month, expected dips left out; the last one is not over yet.")
      .waitFor();
    await expectAccessible(page);

    await page.getByRole("combobox", { name: /^Name it a squad’s one metric/ }).selectOption({ index: 1 });
    await page.getByText(/looks at this first in/).waitFor();
    await page.getByRole("button", { name: /41\.5%$/ }).click();
    await page.getByText("The history of a reading comes from the server").waitFor();
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByRole("link", { name: "Back to the North Star" }).click();
    await page.getByRole("heading", { name: "One metric that matters" }).waitFor();
    await expectAccessible(page);

    await server.start();
    await page.getByRole("link", { name: "Today", exact: true }).click();
    expect(phone.errors).toEqual([]);
  },
);

test.skipIf(skipBrowsers)(
  "one tap from memory answers which the North Star is, in a tunnel, and only counts are shown",
  async () => {
    phone = await phoneOf(server, "Henrik Lund (admin)");
    const { page } = phone;
    const question = page.getByRole("region", { name: "A question" });
    await question.waitFor();
    await expectAccessible(page);
    await walkTo(page, "/star");
    const before = await page.getByText(/^\d+ of \d+ who answered knew it$/).textContent();
    await walkTo(page, "/");
    await question.waitFor();
    await server.stop();
    await question.getByRole("button", { name: /^Time spent listening/ }).click();
    await page.getByText("Thanks. That is it:").waitFor();
    await page.getByRole("link", { name: "Star", exact: true }).click();
    await page.getByText(/^\d+ of \d+ who answered knew it$/).waitFor();
    expect(await page.getByText(/^\d+ of \d+ who answered knew it$/).textContent()).not.toBe(before);
    await page.getByRole("link", { name: /who answered knew it/ }).click();
    await page.getByText("Only how many knew it is shown, never who.").waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Back to the North Star" }).click();
    await page.getByRole("link", { name: /^Decision rules/ }).click();
    await page.getByRole("button", { name: "Add a rule" }).click();
    await page.getByRole("textbox", { name: "Rule 4" }).fill("Nobody decides alone on a Friday.");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Confirm the changes" }).click();
    await page.getByText("Confirmed: these are the rules now").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => page.getByRole("textbox", { name: "Rule 4" }).count()).toBe(0);
    expect(phone.errors).toEqual([]);
  },
);
