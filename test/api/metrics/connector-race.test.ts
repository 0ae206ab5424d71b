import { expect, it } from "vitest";
import { startConnectingWorld } from "../../support/connecting.ts";
import { describeOnBoth } from "../../support/database.ts";
import { startWorld } from "../../support/world.ts";

const key = { SECRET_KEY: "A".repeat(43) };
const askAll = (northing: Awaited<ReturnType<typeof startWorld>>["northing"]) =>
  northing.recurring.find((one) => one.name === "ask due sources")!.work();

describeOnBoth("several servers on one database", (ground) => {
  async function worldOf(connectors: number) {
    const env = { DATABASE_URL: await ground.url(), ...key };
    const world = await startConnectingWorld({ env });
    for (let i = 0; i < connectors; i += 1)
      await world.connect({ name: `Source ${i}`, url: `${world.source.url}?${i}` });
    world.clock.now = Date.parse("2026-03-03T06:00:00Z");
    // A file belongs to one process; there the job is run several times at once instead.
    const another = async () => {
      if (ground.name === "file") return world.northing;
      const node = await startWorld({ env: { ...env, WEBHOOK_EXTRA_HOSTS: world.source.host }, empty: true });
      node.clock.now = world.clock.now;
      return node.northing;
    };
    return { world, another };
  }

  it("ask each source once, whoever is faster", async () => {
    const { world, another } = await worldOf(12);
    const nodes = [world.northing, await another(), await another()];
    await Promise.all(nodes.flatMap((one) => [askAll(one), askAll(one)]));
    expect(world.source.asked.map((one) => one.url).sort()).toEqual(
      Array.from({ length: 12 }, (_, i) => `/metric?${i}`).sort(),
    );
    expect(await world.readings()).toHaveLength(12);
  }, 60_000);

  it("take over what a killed one had in hand once its lease has run out, and record it once", async () => {
    const { world, another } = await worldOf(1);
    await world.northing.database.write([
      { sql: "update connector set lease = 'dead', lease_until = '2026-03-03T06:01:00.000Z'" },
    ]);
    await askAll(await another());
    expect(world.source.asked).toEqual([]);
    world.clock.now += 60_000;
    const heir = await another();
    await askAll(heir);
    await askAll(heir);
    expect(world.source.asked).toHaveLength(1);
    expect(await world.readings()).toMatchObject([{ on: "2026-03-03", value: 261 }]);
  }, 60_000);

  it("do not believe one that comes back after its lease was another's", async () => {
    const { world, another } = await worldOf(1);
    const node = await another();
    let late: () => void = () => {};
    world.source.answer = (_request, response) => {
      late = () => response.writeHead(500).end();
      world.source.answer = (_again, answer) => answer.end('{"total":7}');
    };
    const asleep = askAll(node);
    while (world.source.asked.length === 0) await new Promise(setImmediate);
    world.clock.now += 61_000;
    await askAll(world.northing);
    const [before] = await world.listed();
    expect(before).toMatchObject({ lastValue: 7, failures: 0 });
    late();
    await asleep;
    expect(await world.listed()).toEqual([before]);
  }, 60_000);
});
