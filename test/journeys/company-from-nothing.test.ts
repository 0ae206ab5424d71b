import type { Locator, Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { cast, type Persona, type SquadName, squads } from "../../api/operator/demo/cast.ts";
import { metrics } from "../../api/operator/demo/metrics.ts";
import { running } from "../../api/operator/demo/okrs.ts";
import { skipBrowsers } from "../support/browsers.ts";
import { openPhone, type Phone } from "../support/chromium.ts";
import { walkTo } from "../support/demo.ts";
import { type ServerProcess, serverProcess } from "../support/server.ts";
import { countRows } from "../support/sql.ts";

let server: ServerProcess;
let phone: Phone;
afterEach(async () => {
  await phone?.close();
  await server?.dispose();
});

/** Two thumbs type 36 words of five letters a minute (Palin et al., MobileHCI 2019); a tap is found and made in 1.5 s. */
const secondsPerLetter = 60 / (36 * 5);
const secondsPerTap = 1.5;

/** A thumb that counts what it does. */
function createThumb(page: Page) {
  const done = { taps: 0, letters: 0 };
  const tap = async (on: Locator) => {
    done.taps += 1;
    await on.first().click();
  };
  return {
    tap,
    seconds: () => done.taps * secondsPerTap + done.letters * secondsPerLetter,
    done,
    button: (name: string | RegExp) => tap(page.getByRole("button", { name })),
    link: (name: string | RegExp) => tap(page.getByRole("link", { name })),
    /** A tap into the field, unless it has the keyboard already, then every letter; nothing where it says so already. */
    async type(on: Locator, text: string) {
      if ((await on.inputValue()) === text) return;
      if (!(await on.evaluate((field) => field === document.activeElement))) done.taps += 1;
      done.letters += text.length;
      await on.fill(text);
    },
    /** A tap to open the platform's list, one to choose. */
    async choose(on: Locator, label: string) {
      if ((await on.locator("option:checked").textContent()) === label) return;
      done.taps += 2;
      await on.selectOption({ label });
    },
    async pick(name: string, within: Page | Locator = page) {
      const radio = within.getByRole("radio", { name, exact: true }).first();
      if (await radio.isChecked()) return;
      done.taps += 1;
      await radio.check();
    },
    field: (name: string | RegExp, within: Page | Locator = page) =>
      within.getByRole("textbox", { name, exact: typeof name === "string" }).first(),
    list: (name: string | RegExp) => page.getByRole("combobox", { name }).first(),
  };
}
type Thumb = ReturnType<typeof createThumb>;

const star = metrics["listening-per-wau"];
const of = (kind: string) => Object.values(metrics).filter((one) => one.kind === kind);
const sentence = (text: string) => text.split(". ")[0]!;
const scaleWord = { value: "Number", ratio: "Percent", count: "Whole number" };

test.skipIf(skipBrowsers)(
  "the example's company is set up from nothing on a phone, in under 20 minutes of thumbs",
  async () => {
    server = await serverProcess();
    await server.start();
    phone = await openPhone(server.origin);
    const { page } = phone;
    const thumb = createThumb(page);
    await page.goto(await server.link("Set up"));

    await firstSteps(page, thumb);
    await formSquads(page, thumb);
    await invitePeople(page, thumb);
    await defineMetrics(page, thumb);
    await planQuarter(page, thumb);

    const { taps, letters } = thumb.done;
    console.info(`${taps} taps, ${letters} letters: ${Math.round(thumb.seconds() / 6) / 10} minutes`);
    expect(thumb.seconds()).toBeLessThan(20 * 60);
    expect(phone.errors).toEqual([]);

    await walkTo(page, "/me/sync");
    await page.getByText("nothing waits on this phone").waitFor();
    await server.stop();
    const keyResults = running.flatMap((one) => one.squads).flatMap((one) => one.keyResults);
    expect({
      squads: await countRows(server.dataDir, "squad"),
      members: await countRows(server.dataDir, "member"),
      metrics: await countRows(server.dataDir, "metric"),
      objectives: await countRows(server.dataDir, "objective", "state = 'committed'"),
      keyResults: await countRows(server.dataDir, "key_result", "state = 'committed'"),
    }).toEqual({
      squads: Object.keys(squads).length,
      members: Object.keys(cast).length,
      metrics: Object.keys(metrics).length,
      objectives: running.length + running.flatMap((one) => one.squads).length,
      keyResults: keyResults.length,
    });
  },
  600_000,
);

async function firstSteps(page: Page, thumb: Thumb): Promise<void> {
  await thumb.type(thumb.field("Your name"), cast.ada.name);
  await thumb.type(thumb.field("Company or product"), "Spotify example");
  await thumb.button("Continue");
  await page.getByRole("heading", { name: "Your North Star" }).waitFor();
  await thumb.type(thumb.field("Its name"), star.name);
  await thumb.type(thumb.field("What exactly counts"), sentence(star.definition));
  await thumb.pick("Number");
  await thumb.type(thumb.field(/^Unit/), star.unit.label);
  await thumb.button("Continue");
  await page.getByRole("heading", { name: "What moves it" }).waitFor();
  for (const [index, input] of of("input").entries()) {
    if (index > 0) await thumb.button("Add another");
    const card = page.getByRole("region", { name: `Input metric ${index + 1}` });
    await thumb.type(thumb.field("Its name", card), input.name);
    await thumb.pick(scaleWord[input.unit.scale], card);
    if (input.unit.label !== "") await thumb.type(thumb.field(/^Unit/, card), input.unit.label);
  }
  await thumb.button("Continue");
  await page.getByRole("heading", { name: "Your first key result" }).waitFor();
  await thumb.link("Plan the whole quarter instead");
  await page.getByRole("heading", { name: "No cycle yet" }).waitFor();
}

async function formSquads(page: Page, thumb: Thumb): Promise<void> {
  await thumb.link(/you and settings$/);
  await thumb.link("Squads");
  for (const { name } of Object.values(squads)) {
    await thumb.button(/^Form a squad/);
    const sheet = page.getByRole("dialog");
    await thumb.type(thumb.field(/^Name/, sheet), name);
    await thumb.tap(sheet.getByRole("button", { name: /^Form/ }));
    await page.getByRole("button", { name: new RegExp(`^${name}`) }).waitFor();
    if (await sheet.isVisible()) await thumb.tap(sheet.getByRole("button", { name: "Close" }));
  }
}

/** Everybody opens their link on a phone of their own; their minutes are not the newcomer's. */
async function invitePeople(page: Page, thumb: Thumb): Promise<void> {
  const others = (Object.entries(cast) as [Persona, (typeof cast)[Persona]][]).filter(
    ([one]) => one !== "ada",
  );
  const words = { admin: "Admin", director: "Director", member: "Member", viewer: "Viewer" };
  await page.getByRole("link", { name: /^Back/ }).click();
  await thumb.link(/^People/);
  await thumb.button("Invite somebody");
  for (const [index, [persona, { name, role }]] of others.entries()) {
    if (index > 0) await thumb.button("Invite another");
    await thumb.type(thumb.field("Name", page.getByRole("dialog")), name);
    if (role !== "member") await thumb.choose(thumb.list("Role"), words[role]);
    const home = homeOf(persona);
    if (home !== undefined) {
      await thumb.choose(thumb.list("Squad"), squads[home].name);
      if (squads[home].pm === persona) await thumb.tap(page.getByRole("switch", { name: /^As its PM/ }));
    }
    await thumb.button("Make the link");
    const url = await page.getByText(/\/join#/).textContent();
    await joinBy(url!.trim(), name, cast[persona].zone);
  }
  await thumb.tap(page.getByRole("dialog").getByRole("button", { name: "Close" }));
  for (const [persona, { title }] of Object.entries(cast)) {
    if (title === undefined) continue;
    const { name } = cast[persona as Persona];
    await thumb.button(new RegExp(`^${name}`));
    await thumb.choose(thumb.list(/^Title/), `${title.toUpperCase()}, signs the North Star`);
    await thumb.tap(page.getByRole("dialog").getByRole("button", { name: "Close" }));
  }
}

/** The squad somebody leads, else the first they work in. */
function homeOf(persona: Persona): SquadName | undefined {
  const names = Object.keys(squads) as SquadName[];
  return (
    names.find((one) => squads[one].pm === persona) ??
    names.find((one) => squads[one].members.includes(persona))
  );
}

async function joinBy(url: string, name: string, zone: string): Promise<void> {
  const { origin, hash } = new URL(url);
  const body = JSON.stringify({ token: hash.slice(1), name, zone, locale: "en", deviceName: "Phone" });
  const headers = { origin, "content-type": "application/json" };
  const answer = await fetch(`${origin}/api/join`, { method: "POST", headers, body });
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
}

async function defineMetrics(page: Page, thumb: Thumb): Promise<void> {
  const words = { guardrail: "Guardrail", outcome: "Business outcome", health: "Health metric" };
  await thumb.tap(page.getByRole("link", { name: "Star", exact: true }));
  for (const kind of ["guardrail", "outcome", "health"] as const)
    for (const { name, definition, unit, goodDirection, ceiling } of of(kind)) {
      await thumb.tap(page.getByRole("link", { name: "Define a metric" }));
      await thumb.choose(thumb.list("What is it for?"), words[kind]);
      await thumb.type(thumb.field("Name"), name);
      await thumb.type(thumb.field("Definition"), sentence(definition));
      await thumb.pick(scaleWord[unit.scale]);
      if (goodDirection === "down") await thumb.pick("Down is good");
      if (ceiling !== undefined)
        await thumb.type(thumb.field(/^Ceiling/), String(unit.scale === "ratio" ? ceiling * 100 : ceiling));
      await thumb.button("Define it");
      await page.getByRole("heading", { name, level: 1 }).waitFor();
      await thumb.tap(page.getByRole("link", { name: "Star", exact: true }));
    }
}

async function planQuarter(page: Page, thumb: Thumb): Promise<void> {
  const next = (label: string) => thumb.link(`Next: ${label}`);
  await thumb.tap(page.getByRole("link", { name: "Cycle", exact: true }));
  await thumb.link("Open a cycle");
  await thumb.button("Open the cycle");
  await thumb.link(/planning session/);
  await next("Weakest inputs");
  await next("Squads");
  const plans = running.flatMap((one) => one.squads.map((squad) => ({ company: one.title, ...squad })));
  for (const { squad, keyResults } of plans)
    for (const key of new Set(keyResults.map((one) => one.moves))) {
      const group = page.getByRole("group", { name: `Inputs ${squads[squad].name} can move` });
      await thumb.tap(group.getByRole("button", { name: metrics[key].name }));
    }
  await next("Carry over");
  await next("Company");
  for (const { title } of running) {
    await thumb.link(/^New company objective/);
    await thumb.type(thumb.field("What do we want to be true?"), title);
    await thumb.button("Save the objective");
  }
  await next("Squad objectives");
  for (const { squad, title, company } of plans) {
    await thumb.link(new RegExp(`^(Draft one for|New objective of) ${squads[squad].name}$`));
    await thumb.type(thumb.field("What do we want to be true?"), title);
    await thumb.choose(thumb.list("Which company objective does it serve?"), company);
    await thumb.button("Save the objective");
  }
  await next("Key results");
  for (const { title: objective, keyResults } of plans)
    for (const one of keyResults) {
      const shown = (value: number) => Number((one.unit.scale === "ratio" ? value * 100 : value).toFixed(3));
      await thumb.link(`Add a key result to “${objective}”`);
      await thumb.type(thumb.field("What will have changed?"), one.title);
      await thumb.choose(
        thumb.list("How will it show?"),
        one.direction === "decrease" ? "Lower a number" : "Raise a number",
      );
      expect(Number(await thumb.field("Baseline").inputValue())).toBe(shown(one.baseline));
      expect(Number(await thumb.field("Target").inputValue())).toBe(shown(one.target));
      await thumb.choose(thumb.list("Who answers for it?"), cast[one.owner].name);
      await thumb.choose(thumb.list("Which input metric does it move?"), metrics[one.moves].name);
      await thumb.type(thumb.field("Because …"), one.because);
      await thumb.button("Save the key result");
      await page.getByRole("heading", { name: "How it will show" }).waitFor();
    }
  await next("Load");
  await next("Gate");
  await thumb.button("Commit the cycle");
  await page.getByText("is running").waitFor();
}
