import { afterEach, expect, test, vi } from "vitest";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { runCycle } from "../../support/phone.ts";
import { startWorld, tokenOf } from "../../support/world.ts";
import { startBrowser } from "./browser.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const day = 86_400_000;

/** Ada's phone beside the server of a cycle that runs, on Monday, 2 March 2026. */
async function runningOnAPhone() {
  const server = await startWorld();
  const { cycleId, objectiveId, metricId, keyResults } = await runCycle(server);
  const browser = await startBrowser(server.stranger(), server.origin);
  const page = await browser.open();
  await page.session.join(tokenOf(await server.linkFor(server.ada)));
  const { asOf } = await import("../../../web/store/as-of.ts");
  const { reportOn } = await import("../../../web/store/reports.ts");
  const must = async (who: "ada" | "ben", name: Parameters<typeof server.mutate>[1], args: object) => {
    const { outcome, code } = await server.mutate(server[who], name, args);
    expect([name, outcome, code]).toEqual([name, "applied", undefined]);
  };
  const say = (value: number) =>
    must("ben", "check-in.record", {
      ...{ id: server.id(), keyResultId: keyResults[0], value, confidence: 7 },
    });
  const read = (on: string, value: number) =>
    must("ada", "reading.record", { metricId, on, value, source: "by hand" });
  const cycles = (await asOf("2026-03-02")).all("cycle");
  const told = (on: string) => reportOn(on, cycles.find((one) => one.id === cycleId)!, cycles);
  return { server, browser, objectiveId, keyResultId: keyResults[0]!, must, say, read, told };
}

test("a day's report says the same for ever, whatever is said, corrected and renamed after it", async () => {
  const { server, objectiveId, keyResultId, must, say, read, told } = await runningOnAPhone();
  await say(45);
  await read("2026-03-01", 200);
  const then = await told("2026-03-02");
  expect(then?.text.detail).toBe(
    "Week 9 of 13, 1 Jan to 31 Mar. As it stood on 2 Mar 2026, by what was known then.",
  );
  expect(JSON.stringify(then?.text)).toContain("45% of the way");
  expect(then?.text.star?.number).toBe("200");

  server.clock.now += day;
  await say(80);
  await read("2026-03-01", 300);
  await must("ada", "objective.revise", { objectiveId, title: "Be missed when silent" });
  await must("ada", "member.rename", { memberId: server.ben.memberId, name: "Benedict" });
  await must("ada", "key-result.drop", { keyResultId });
  expect(await told("2026-03-02")).toEqual(then);
  const next = JSON.stringify((await told("2026-03-03"))?.text);
  expect(next).toContain("Be missed when silent");
  expect(next).not.toContain("of the way");
});

test("there is no report before the workspace, none of a day to come, and none without a network", async () => {
  const { browser, told } = await runningOnAPhone();
  expect(await told("2026-03-01")).toBeUndefined();
  await expect(told("2026-03-03")).rejects.toMatchObject({ code: "invalid_request" });
  browser.online = false;
  await expect(told("2026-03-02")).rejects.toMatchObject({ code: "offline" });
});

test("of the cycle before only the reviews are asked for, of older ones nothing", async () => {
  const asked: string[][] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    const query = new URL(path, "http://x").searchParams;
    asked.push([query.get("on")!, query.get("cycle")!, query.get("kind")!]);
    return Response.json({ rows: [] });
  });
  const { reviewRowsOn } = await import("../../../web/store/past-reviews.ts");
  const cycle = (id: string, startsOn: string) => ({ id, startsOn }) as RowOf<"cycle">;
  const [q3, q1, q2] = [cycle("q3", "2026-07-01"), cycle("q1", "2026-01-01"), cycle("q2", "2026-04-01")];
  expect(await reviewRowsOn("2026-07-09", q3, [q3, q1, q2])).toBeNull();
  expect(asked.map(([on, id]) => `${on} ${id}`)).toEqual(["2026-07-09 q3", "2026-07-09 q2"]);
  expect(asked[0]![2]!.split(",")).toEqual(
    expect.arrayContaining([
      "workspace",
      "check-in",
      "reading",
      "blocker",
      "bet",
      "review",
      "anomaly",
      "event",
    ]),
  );
  expect(asked[1]![2]).toBe("review");
});
