import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { skipBrowsers } from "../support/browsers.ts";
import { expectAccessible, outOfTheTunnel, type Phone } from "../support/chromium.ts";
import { demoServer, phoneOf } from "../support/demo.ts";
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
  "an admin plans and commits the next cycle without a network, and a colleague's phone shows it",
  async () => {
    phone = await phoneOf(server, "Ada Okafor (admin)");
    const { page } = phone;
    await page.getByRole("link", { name: "Cycle", exact: true }).click();
    await page.getByRole("link", { name: "Open the next cycle" }).waitFor();
    await expectAccessible(page);
    await server.stop();
    await page.reload();

    await page.getByRole("link", { name: "Open the next cycle" }).click();
    const name = await page.getByRole("textbox", { name: "Name" }).inputValue();
    expect(name).toMatch(/^Q[1-4] \d{4}$/);
    await page.getByRole("button", { name: "Open the cycle" }).click();
    await page.getByRole("heading", { name }).waitFor();

    await page.getByRole("link", { name: "New objective" }).click();
    await page.getByRole("button", { name: "Save the objective" }).click();
    await page.getByText("Say what will be better for whom.").waitFor();
    await page
      .getByRole("textbox", { name: "What do we want to be true?" })
      .fill("Be the first sound of the day");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Save the objective" }).click();
    await page.getByText("Add a key result, or drop the objective.").waitFor();

    await page.getByRole("link", { name: /^Add a key result to/ }).click();
    await page
      .getByRole("textbox", { name: "What will have changed?" })
      .fill("Listeners who start before nine, from 12% to 18%");
    await page.getByRole("textbox", { name: "Baseline" }).fill("12");
    await page.getByRole("link", { name: "Back to the cycle" }).click();
    await page.getByRole("link", { name: /^Add a key result to/ }).click();
    await page.reload();
    await page.getByText("What you typed before is still here").waitFor();
    expect(await page.getByRole("textbox", { name: "Baseline" }).inputValue()).toBe("12.0");
    // The target came from the title; without one the gate says so.
    await page.getByRole("textbox", { name: "Target" }).fill("");
    await page.getByText("Say the target it should reach.").waitFor();
    await page.getByRole("textbox", { name: "Target" }).fill("18");
    await page
      .getByRole("combobox", { name: "Which input metric does it move?" })
      .selectOption({ label: "Sessions per listener" });
    await page.getByRole("textbox", { name: "Because …" }).fill("mornings add a session");
    await page.getByText("Ready to be committed").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Save the key result" }).click();

    await page.getByRole("button", { name: "Commit the cycle" }).click();
    await page.getByText(/^starts .* 1 key result/).waitFor();

    await server.start();
    await outOfTheTunnel(page);
    other = await phoneOf(server, "Henrik Lund (admin)");
    await other.page.getByRole("link", { name: "Cycle", exact: true }).click();
    await other.page.getByRole("link", { name }).click();
    await other.page.getByText("Be the first sound of the day").waitFor();
    await other.page.getByText("too early").waitFor();
    expect([...phone.errors, ...other.errors]).toEqual([]);
  },
);

test.skipIf(skipBrowsers)(
  "a steward records a reading without a network, and the North Star's screens are open to everybody",
  async () => {
    phone = await phoneOf(server, "Imani Njeri (member)");
    const { page } = phone;
    await page.getByRole("link", { name: "Star", exact: true }).click();
    await page.getByRole("heading", { name: "North Star", level: 1 }).waitFor();
    await page.getByText(/^Committed\. Signed by Ada Okafor/).waitFor();
    await expectAccessible(page);
    await server.stop();
    await page.reload();

    await page.getByRole("link", { name: /^Sessions per listener .*\d/ }).click();
    await expectAccessible(page);
    await page.getByRole("radio", { name: "Months" }).check();
    await page.getByRole("link", { name: "Record a reading" }).click();
    expect(Number(await page.getByRole("textbox", { name: "Value" }).inputValue())).toBeGreaterThan(5);
    await expectAccessible(page);
    await page.getByRole("textbox", { name: "Value" }).fill("9,9");
    await page.getByRole("button", { name: "Save the reading" }).click();
    await page.getByRole("img", { name: /the last 9\.9 a week/ }).waitFor();
    await page
      .getByRole("button", { name: /^today.*9\.9$|9\.9$/ })
      .first()
      .click();
    await page.getByRole("textbox", { name: "Value" }).fill("9.8");
    await page.getByRole("button", { name: "Correct it" }).click();
    await page.getByRole("img", { name: /the last 9\.8 a week/ }).waitFor();

    await server.start();
    await outOfTheTunnel(page);
    other = await phoneOf(server, "Vic Adeyemi (viewer)");
    await other.page.getByRole("link", { name: "Star", exact: true }).click();
    await other.page.getByRole("link", { name: /^Sessions per listener .*9\.8/ }).click();
    await other.page.getByRole("heading", { name: "Readings" }).waitFor();
    expect(await other.page.getByRole("link", { name: "Record a reading" }).count()).toBe(0);
    expect(await other.page.getByRole("button", { name: "Retire it" }).count()).toBe(0);
    expect([...phone.errors, ...other.errors]).toEqual([]);
  },
);
