import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays } from "../../shared/time/local-date.ts";
import { skipBrowsers } from "../support/browsers.ts";
import { expectAccessible, expectAccessibleInBothThemes, type Phone } from "../support/chromium.ts";
import { demoServer, onePhoneEach, walkTo } from "../support/demo.ts";
import type { ServerProcess } from "../support/server.ts";

describe.skipIf(skipBrowsers)("how it all connects", () => {
  let server: ServerProcess;
  let phone: Phone;
  const phones = onePhoneEach(() => server);
  beforeAll(async () => {
    server = await demoServer();
  });
  afterAll(async () => {
    await phones.close();
    await server?.dispose();
  });

  async function on(...whose: Parameters<typeof phones.of>) {
    phone = await phones.of(...whose);
    return phone.page;
  }

  test("a phone unfolds the map without a network", async () => {
    const page = await on("Ben Kramer (member)");
    await page.getByRole("link", { name: "Star", exact: true }).click();
    await page.getByRole("link", { name: /^Alignment map/ }).click();
    const tree = page.getByRole("list", { name: "Alignment map" });
    const mine = tree.getByRole("link", { name: /two podcast episodes/ });
    await mine.waitFor();
    await expectAccessibleInBothThemes(page);
    await phone.context.setOffline(true);

    const habit = tree.getByRole("button", { name: "What stands below Make a weekly show a habit" });
    await habit.click();
    expect(await habit.getAttribute("aria-expanded")).toBe("false");
    await mine.waitFor({ state: "hidden" });
    await afterFrames(page);
    await page.reload();
    await habit.waitFor();
    expect(await habit.getAttribute("aria-expanded"), "remembered").toBe("false");
    await page.getByLabel("Squad", { exact: true }).selectOption({ label: "Podcasts" });
    await mine.waitFor();
    await page.getByText("2 key results in sight").waitFor();
    // What stands above stays.
    await tree.getByText("Weekly podcast habit").waitFor();
    await tree.getByText("Sessions per listener", { exact: true }).waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Show everything" }).click();
    await page.getByLabel("Find").fill("trials");
    await tree.getByRole("link", { name: /^Trials cancelled/ }).waitFor();
    await expectAccessibleInBothThemes(page);
    await page.getByLabel("Find").fill("nothing like it");
    await page.getByRole("heading", { name: "Nothing fits" }).waitFor();
    await page.getByRole("button", { name: "Show everything" }).last().click();

    await tree.getByRole("button", { name: "moves “Sessions per listener”" }).click();
    expect(await focusedText(phone)).toMatch(/^Sessions per listener/);
    for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft"]) await page.keyboard.press(key);
    await tree.getByText("Morning sessions started").waitFor({ state: "hidden" });
    await page.keyboard.press("ArrowLeft");
    expect(await focusedText(phone)).toMatch(/^Time spent listening/);

    await page.getByLabel("As of").fill("2026-01-05");
    await page.getByText("The map of a past day comes from the server").waitFor();
    await expectAccessibleInBothThemes(page);
    await phone.context.setOffline(false);
    expect(phone.errors).toEqual([]);
  });

  test("a past day shows the cycle and the statuses of that day", async () => {
    const page = await on("Ada Okafor (admin)");
    await walkTo(page, "/star/map");
    await page.getByRole("list", { name: "Alignment map" }).waitFor();
    const then = addDays(new Date().toISOString().slice(0, 10), -110);
    await page.getByLabel("As of").fill(then);
    await page.getByText(/^as it stood on/).waitFor();
    await page.getByRole("list", { name: "Alignment map" }).waitFor();
    expect(await page.getByText("Become the daily audio companion").count(), "of a later cycle").toBe(0);
    expect(
      await page
        .getByRole("list", { name: "Alignment map" })
        .getByText(/pace|behind|stale/)
        .count(),
    ).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Back to today" }).click();
    await page.getByRole("link", { name: /^Become the daily audio companion/ }).waitFor();
    await page.goto(`${server.origin}/star/map?on=2001-01-01`);
    await page.getByText("Nothing was here yet").waitFor();
    expect(phone.errors).toEqual([]);
  });

  test("a wide screen draws it, lights a line, zooms, and puts it on one sheet", async () => {
    const page = await on("Ada Okafor (admin)", { width: 1440, height: 900 });
    await walkTo(page, "/star/map");
    await page.getByRole("tree", { name: "Alignment map" }).waitFor();
    await expectAccessibleInBothThemes(page);
    const episodes = page.getByRole("treeitem", {
      name: /key result, Listeners who finish two podcast episodes/,
    });
    await episodes.click();
    const chosen = page.getByRole("complementary", { name: "What is chosen" });
    await chosen.getByText(/because a weekly podcast habit/).waitFor();
    await expectAccessibleInBothThemes(page);
    await episodes.focus();
    await page.keyboard.press("ArrowLeft");
    await chosen.getByRole("heading", { name: "Make a weekly show a habit" }).waitFor();
    await page.keyboard.press("ArrowRight");
    await chosen.getByRole("heading", { name: /two podcast episodes/ }).waitFor();

    const zoom = page.getByRole("status", { name: "Zoom" });
    const before = Number.parseInt(await zoom.innerText(), 10);
    await page.getByRole("button", { name: "Zoom in" }).click();
    expect(Number.parseInt(await zoom.innerText(), 10)).toBeGreaterThan(before);
    await page.keyboard.press("0");
    await page.getByRole("region", { name: /^The drawing/ }).hover();
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -300);
    await page.keyboard.up("Control");
    await page.waitForFunction(
      (least) => Number.parseInt(document.querySelector("output")?.textContent ?? "", 10) > least,
      before,
    );
    const sheet = await page.pdf({ preferCSSPageSize: true });
    expect(sheet.toString("latin1").match(/\/Type\s*\/Page\b/g), "pages").toHaveLength(1);

    await page.getByRole("link", { name: "Outline" }).click();
    await page.getByRole("list", { name: "Alignment map" }).waitFor();
    await expectAccessibleInBothThemes(page);
    expect(phone.errors).toEqual([]);
  });

  test.each([
    ["phone", {}],
    ["wide", { width: 1440, height: 900, dark: true }],
  ])("the audit says what bears load, and everybody has a line, on a %s", async (_device, options) => {
    const page = await on("Ben Kramer (member)", options);
    await walkTo(page, "/star/audit");
    await page.getByText(/input metrics? bears? load/).waitFor();
    await page.getByText(/of people have a line to the star/).waitFor();
    await expectAccessible(page);
    await page
      .getByRole("navigation", { name: "Ways to see it" })
      .getByRole("link", { name: "Lines" })
      .click();
    await page.getByRole("heading", { name: "My line to the star" }).waitFor();
    await page.getByText(/because a weekly podcast habit adds listening time/).waitFor();
    await expectAccessible(page);
    await page.getByLabel("Whose line").selectOption({ label: "Henrik Lund" });
    await page.getByRole("heading", { name: "Henrik Lund: line to the star" }).waitFor();
    await page.getByRole("heading", { name: "No line yet" }).waitFor();
    await page.getByText("Who they are").click();
    await expectAccessible(page);
    expect(phone.errors).toEqual([]);
  });
});

function focusedText({ page }: Phone): Promise<string | undefined> {
  return page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(done));
    return document.activeElement?.textContent ?? undefined;
  });
}

/** A fold is written down once it is painted: what nobody has seen yet may be forgotten. */
async function afterFrames(page: Phone["page"]): Promise<void> {
  await page.evaluate(async () => {
    for (let left = 10; left > 0; left -= 1)
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  });
}
