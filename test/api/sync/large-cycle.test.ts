import { expect, test } from "vitest";
import { applied, newId, openHarbour, pullAll } from "../../support/company.ts";
import { describeOnBoth } from "../../support/database.ts";

describeOnBoth("a cycle of three hundred objectives", (ground) => {
  test("is committed, graded and closed like any other", async () => {
    const { sync, company } = await openHarbour(ground);
    const { ada, ben, id: workspaceId, metricId } = company;
    const cycleId = newId();
    const tell = (mutations: [string, object][]) =>
      applied(sync, workspaceId, { memberId: ada.memberId }, mutations);
    await tell([["cycle.open", { id: cycleId, name: "Q1", startsOn: "2027-01-01", endsOn: "2027-03-31" }]]);
    const unit = { label: "", scale: "value", decimals: 0 };
    const moves = { metricId, because: "more of it makes listening rise" };
    for (let part = 0; part < 3; part += 1) {
      const objectives = Array.from({ length: 100 }, (_, index) => ({
        id: newId(),
        title: `${part} ${index}`,
      }));
      await tell(
        objectives.flatMap(({ id, title }): [string, object][] => [
          ["objective.draft", { id, cycleId, title }],
          [
            "key-result.draft",
            {
              ...{ id: newId(), objectiveId: id, ownerId: ben.memberId, title, direction: "increase" },
              ...{ baseline: 0, target: 1, unit, moves },
            },
          ],
        ]),
      );
    }
    await tell([["cycle.commit", { cycleId }]]);
    await tell([["cycle.grade", { cycleId }]]);
    await tell([["cycle.close", { cycleId }]]);
    const { rows } = await pullAll(sync, ada);
    const cycle = [...rows.values()].find((one) => one.id === cycleId);
    expect(cycle?.body).toMatchObject({ state: "closed" });
    expect(
      [...rows.values()].filter((one) => one.body?.cycleId === cycleId && one.kind === "key-result"),
    ).toHaveLength(300);
  });
});
