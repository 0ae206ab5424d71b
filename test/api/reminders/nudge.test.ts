import { describe, expect, it } from "vitest";
import { startPushingWorld } from "../../support/pushing.ts";

const monday = "2026-03-09T08:00:00.000Z";

describe("the weekly nudge", () => {
  it("reaches every device of an owner at nine in their own zone, once", async () => {
    const world = await startPushingWorld();
    const keyResultId = await world.keyResult(world.ben);
    const phone = await world.subscribe(world.ben);
    await world.remind();
    world.at("2026-03-09T07:59:59.000Z");
    await world.remind();
    expect(world.messages()).toEqual([]);

    world.at(monday);
    await world.remind();
    await world.remind();
    const [message, ...others] = world.messages();
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      id: phone.id,
      title: "1 check-in due",
      body: "Trials started by heavy listeners",
      app_badge: "1",
    });
    const target = new URL(message!.navigate);
    expect(target.origin + target.pathname).toBe("http://localhost:4170/check-in");
    expect(target.searchParams.get("kr")).toBe(keyResultId);
    expect(world.service.faults).toEqual([]);
  });
});
