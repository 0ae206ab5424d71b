import type { Locator, Page } from "playwright-core";
import { audit } from "../../shared/okrs/audit.ts";
import { alignmentMap } from "../../shared/okrs/map.ts";
import type { KeyResultNode } from "../../shared/okrs/map-node.ts";
import { seenRows } from "../../web/screens/map/map-rows.ts";
import { statusWords, titleOf } from "../../web/screens/map/words.ts";
import { rowsAt } from "../../web/store/as-of.ts";
import { openPhone, type Phone } from "../support/chromium.ts";
import { serverProcess, until } from "../support/server.ts";
import { checkInsOn } from "./bench-phone.ts";
import { type Figure, figure, percentile } from "./figure.ts";
import { buildMapCompany, type MapCompany, sizes } from "./map-company.ts";

const bar = "≤ 100";

/**
 * 500 people, 120 key results and a quarter of check-ins on a phone, at a quarter of the CPU's speed: from the input
 * until what it asked for has been painted; first taps in the second after a map is opened, all others on one that
 * stands. Whatever is shown is held against the rules run on the server's rows.
 */
export async function map(): Promise<Figure[]> {
  const company = await buildMapCompany();
  const server = await serverProcess({ dataDir: company.dataDir, env: { LOG_LEVEL: "error" } });
  await server.start();
  const phone = await openPhone(server.origin);
  try {
    const { page } = phone;
    const known = await signedIn(phone, server.origin, company);
    await page.addInitScript(watchPaint);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    const first = await tapEarly(page, server.origin, known);
    await openMap(page, server.origin);
    await drawnWhole(page);
    const opened = await openBranches(page, known);
    const squads = await filterBy(page, "Squad", known.bySquad);
    const statuses = await filterBy(page, "Status", known.byStatus);
    const { there, back } = await switchAudit(page, known);
    return [
      figure("map-first-tap-p95", percentile(first, 0.95), "ms", bar),
      figure("map-open-branch-p95", percentile(opened, 0.95), "ms", bar),
      figure("map-filter-squad-p95", percentile(squads, 0.95), "ms", bar),
      figure("map-filter-status-p95", percentile(statuses, 0.95), "ms", bar),
      figure("map-to-audit-p95", percentile(there, 0.95), "ms", bar),
      figure("map-from-audit-p95", percentile(back, 0.95), "ms", bar),
    ];
  } finally {
    await phone.close();
    await server.dispose();
  }
}

async function openMap(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/star/map`);
  // Not by role: working out names takes the page longer than what is timed.
  await page.locator('ul[aria-label="Alignment map"]').waitFor();
}

/** Branches that are shut are drawn while the page rests; waits until no place has come for a second. */
async function drawnWhole(page: Page): Promise<void> {
  for (let before = -1, now = 0; before !== now; ) {
    before = now;
    await page.waitForTimeout(1000);
    now = await page.locator("li[id]").count();
  }
}

const moments = Array.from({ length: 20 }, (_, index) => index * 50);

/** Opens the first shut branch in sight, at each of these moments of a map that was opened anew. */
async function tapEarly(page: Page, origin: string, { below }: Known): Promise<number[]> {
  const times: number[] = [];
  await openMap(page, origin);
  await drawnWhole(page);
  const { id, x, y } = await page.evaluate(shutInSight);
  const toggle = page.locator(`[id="${id}"] > div > button`);
  for (const moment of moments) {
    await openMap(page, origin);
    const tap = async () => {
      await page.waitForTimeout(moment);
      await page.touchscreen.tap(x, y);
    };
    times.push(await timed(page, tap, { inside: id, titles: below.get(id)! }));
    await toggle.tap();
    await page.locator(`[id="${id}"] > div > button[aria-expanded="false"]`).waitFor();
    // Until the phone has kept that it is shut.
    await page.waitForTimeout(500);
  }
  return times;
}

/** Runs in the page: a shut objective that no scrolling is needed for, and the middle of its fold. */
function shutInSight(): { id: string; x: number; y: number } {
  for (const toggle of document.querySelectorAll('li[id^="objective/"] > div > [aria-expanded="false"]')) {
    const { x, y, width, height } = toggle.getBoundingClientRect();
    // Clear of the tab bar.
    if (y > 0 && y < innerHeight - 150)
      return { id: toggle.closest("li")!.id, x: x + width / 2, y: y + height / 2 };
  }
  throw new Error("no shut objective in sight");
}

/** What the screens have to say, by the rules. */
interface Known {
  /** By objective, the titles of what stands right below it. */
  below: Map<string, string[]>;
  /** Objectives that begin shut, with the titles of their own key results. */
  objectives: { id: string; titles: string[] }[];
  bySquad: Map<string, string[]>;
  byStatus: Map<string, string[]>;
  overall: { inputs: number; share: string };
}

async function signedIn({ page }: Phone, origin: string, company: MapCompany): Promise<Known> {
  await page.goto(company.link(origin));
  await page.getByRole("button", { name: "Sign in on this device" }).click();
  await page.getByRole("link", { name: "Star", exact: true }).waitFor();
  await until(
    async () => (await checkInsOn({ page } as Phone)) >= company.checkIns,
    "all check-ins on the phone",
  );
  const today = new Date().toISOString().slice(0, 10);
  const rows: Parameters<typeof rowsAt>[1][number][] = [];
  for (let after = ""; ; ) {
    const path = `/api/as-of?on=${today}&workspace=${company.workspaceId}${after}`;
    const answer = await page.evaluate((at) => fetch(at).then((one) => one.json()), path);
    rows.push(...answer.rows);
    if (answer.next === undefined) break;
    after = `&after=${encodeURIComponent(answer.next)}`;
  }
  const seen = (await seenRows(rowsAt(today, rows), today))!;
  if (seen.keyResults.length !== sizes.keyResults || seen.members.length !== sizes.people)
    throw new Error("the company did not arrive whole");
  const drawn = alignmentMap(seen, Date.now());
  const keyResults = [...drawn.nodes.values()].filter((one): one is KeyResultNode => one.as === "key-result");
  const grouped = (nameOf: (one: KeyResultNode) => string) => {
    const found = new Map<string, string[]>();
    for (const one of keyResults) found.set(nameOf(one), [...(found.get(nameOf(one)) ?? []), one.row.title]);
    return found;
  };
  const checked = audit(seen, Date.now());
  const objectives = [...drawn.nodes.values()].filter((one) => one.as === "objective");
  return {
    below: new Map(objectives.map((one) => [one.id, one.below.map(titleOf)])),
    objectives: objectives.flatMap((one) => {
      const titles = one.below.flatMap((below) => (below.as === "key-result" ? [below.row.title] : []));
      return titles.length > 0 ? [{ id: one.id, titles }] : [];
    }),
    bySquad: grouped((one) => seen.squads.find((squad) => squad.id === one.squadId)?.name ?? ""),
    byStatus: grouped((one) => statusWords[one.status]),
    overall: { inputs: checked.inputs.length, share: `${Math.round(checked.people.share * 100)}%` },
  };
}

/** Opens every objective once, those above it first. */
async function openBranches(page: Page, { objectives }: Known): Promise<number[]> {
  const times: number[] = [];
  for (let more = true; more; ) {
    more = false;
    for (const { id, titles } of objectives) {
      const toggle = page.locator(`[id="${id}"] > div > button[aria-expanded="false"]:visible`);
      if ((await toggle.count()) === 0) continue;
      more = true;
      times.push(await timed(page, await tapOn(page, toggle), { inside: id, titles }));
    }
    const shut = page.locator('li[id^="objective/"] > div > button[aria-expanded="false"]:visible');
    if (!more && (await shut.count()) > 0) {
      await shut.first().tap();
      more = true;
    }
  }
  if (times.length < objectives.length)
    throw new Error(`${times.length} of ${objectives.length} branches opened`);
  return times;
}

async function filterBy(
  page: Page,
  label: "Squad" | "Status",
  groups: Map<string, string[]>,
): Promise<number[]> {
  const times: number[] = [];
  const all = label === "Squad" ? "Every squad" : "Any status";
  for (let round = 0; round < (label === "Squad" ? 2 : 10); round += 1)
    for (const [name, titles] of groups) {
      const select = page.getByLabel(label, { exact: true });
      times.push(
        await timed(page, () => select.selectOption({ label: name }), { titles, found: titles.length }),
      );
      await select.selectOption({ label: all });
    }
  return times;
}

async function switchAudit(page: Page, { overall }: Known): Promise<{ there: number[]; back: number[] }> {
  const [there, back]: [number[], number[]] = [[], []];
  const views = page.getByRole("navigation", { name: "Ways to see it" });
  for (let round = 0; round < 30; round += 1) {
    const audit = { cards: overall.inputs, text: overall.share };
    there.push(await timed(page, await tapOn(page, views.getByRole("link", { name: "Audit" })), audit));
    const list = { list: "Alignment map" };
    back.push(await timed(page, await tapOn(page, views.getByRole("link", { name: "Map" })), list));
  }
  return { there, back };
}

/** A finger on a place, by the browser's own input: a locator's tap runs checks in the page while the time is taken. */
async function tapOn(page: Page, target: Locator): Promise<() => Promise<void>> {
  // To the middle, clear of the tab bar; what comes into sight there takes its own height first.
  await target.evaluate(async (one) => {
    for (let frames = 0; frames < 3; frames += 1) {
      one.scrollIntoView({ block: "center" });
      await new Promise((drawn) => requestAnimationFrame(drawn));
    }
  });
  const box = (await target.boundingBox())!;
  return () => page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
}

/** What has to stand on the page before an input counts as answered. */
interface Wanted {
  titles?: string[];
  /** Where the titles stand; the whole map when left out. */
  inside?: string;
  found?: number;
  cards?: number;
  text?: string;
  list?: string;
}

async function timed(page: Page, act: () => Promise<unknown>, wanted: Wanted): Promise<number> {
  await page.evaluate((one) => (globalThis as unknown as Watched).expectPaint(one), wanted);
  await act();
  const late = new Promise<never>((_, fail) => {
    setTimeout(() => fail(new Error(`never painted: ${JSON.stringify(wanted)}`)), 20_000).unref();
  });
  return Promise.race([page.evaluate(() => (globalThis as unknown as Watched).painted), late]);
}

interface Watched {
  expectPaint(wanted: Wanted): void;
  painted: Promise<number>;
}

/** Runs in the page: milliseconds from the next click or change until a frame that shows what is wanted is painted. */
function watchPaint(): void {
  const seen = (selector: string) =>
    [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const says = (selector: string, text: string) =>
    seen(selector).some((one) => one.textContent?.includes(text));
  // By attribute: asking the browser would make it lay out what it had rightly skipped.
  const unhidden = (place: ParentNode, rows: string) =>
    [...place.querySelectorAll(`${rows} > div a`)]
      .filter((one) => one.closest("[hidden]") === null)
      .map((one) => one.textContent ?? "");
  const shows = ({ titles, inside, found, cards, text, list }: Wanted) => {
    const place = inside === undefined ? document : document.getElementById(inside);
    const rows = inside === undefined ? 'li[id^="key-result/"]' : "li[id]";
    const shown = titles === undefined || place === null ? [] : unhidden(place, rows);
    return (
      (titles ?? []).every((one) => shown.some((title) => title.startsWith(one))) &&
      (found === undefined || (shown.length === found && says("[role=status]", `${found} key result`))) &&
      (cards === undefined || seen("section > ul > li > p").length >= cards * 6) &&
      (text === undefined || says("dd", text)) &&
      (list === undefined || seen(`ul[aria-label="${list}"]`).length === 1)
    );
  };
  const expectPaint = (wanted: Wanted) => {
    const painted = new Promise<number>((resolve, reject) => {
      const begin = (event: Event) => {
        for (const name of ["click", "change"]) removeEventListener(name, begin, { capture: true });
        const since = event.timeStamp;
        const look = () => {
          if (performance.now() - since > 10_000)
            return reject(new Error(`never shown: ${JSON.stringify(wanted)}`));
          if (!shows(wanted)) return requestAnimationFrame(look);
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now() - since);
          return channel.port2.postMessage(0);
        };
        requestAnimationFrame(look);
      };
      for (const name of ["click", "change"]) addEventListener(name, begin, { capture: true });
    });
    Object.assign(globalThis, { painted });
  };
  Object.assign(globalThis, { expectPaint });
}
