import { afterEach, expect, test } from "vitest";
import { skipBrowsers } from "../support/browsers.ts";
import { expectAccessible, openPhone, type Phone } from "../support/chromium.ts";
import { type ServerProcess, serverProcess } from "../support/server.ts";
import { countRows } from "../support/sql.ts";

let server: ServerProcess;
let phone: Phone;
afterEach(async () => {
  await phone?.close();
  await server?.dispose();
});

test.skipIf(skipBrowsers)(
  "from the printed set-up link to a first check-in on the server, in at most 25 taps",
  async () => {
    server = await serverProcess();
    await server.start();
    phone = await openPhone(server.origin);
    const { page } = phone;
    let taps = 0;
    const tap = async (name: string | RegExp) => {
      taps += 1;
      await page.getByRole("button", { name }).or(page.getByRole("link", { name })).first().click();
    };
    const type = async (label: string | RegExp, text: string) => {
      const field = page.getByRole("textbox", { name: label, exact: typeof label === "string" });
      await field.first().fill(text);
    };

    await page.goto(await server.link("Set up"));
    await type("Your name", "Ada Okafor");
    await expectAccessible(page);
    await type("Company or product", "Tidewater");
    await tap("Continue");

    await page.getByRole("heading", { name: "Your North Star" }).waitFor();
    await expectAccessible(page);
    await type("Its name", "Weekly active teams");
    await type("What exactly counts", "Teams in which two people finished a piece of work this week");
    await tap("Continue");

    await page.getByRole("heading", { name: "What moves it" }).waitFor();
    await expectAccessible(page);
    await type("Its name", "New teams that finish onboarding");
    await tap("Continue");

    await page.getByRole("heading", { name: "Your first key result" }).waitFor();
    await type("Objective", "Every new team gets its first work done together");
    await type("From", "40");
    await type("To", "60");
    await type(/because/, "a team that finishes onboarding is active in later weeks");
    await expectAccessible(page);
    await tap(/^Commit/);

    await page.getByRole("heading", { name: "Your key result is committed" }).waitFor();
    await expectAccessible(page);
    await tap("Do my first check-in");

    await page.waitForURL(/check-in/);
    await page.getByRole("textbox").first().fill("42");
    const slider = page.getByRole("slider");
    const box = (await slider.boundingBox())!;
    taps += 1;
    await slider.click({ position: { x: box.width * 0.7, y: box.height / 2 } });
    await expectAccessible(page);
    await tap(/^Save/);
    await page
      .getByText(/on the server/i)
      .first()
      .waitFor();
    await expectAccessible(page);
    expect(taps).toBeLessThanOrEqual(25);
    expect(phone.errors).toEqual([]);

    await server.stop();
    expect(await countRows(server.dataDir, "check_in")).toBe(1);
  },
);
