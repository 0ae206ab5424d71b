import { describe, expect, test } from "vitest";
import { rejectionCodes } from "../../../shared/sync/codes.ts";
import { type Company, mutation, newId, openHarbour } from "../../support/company.ts";
import { onFile } from "../../support/database.ts";
import { contentOf, openDoor } from "../../support/sync-door.ts";

/** The commit gate at the door every phone uses. A phone may send anything: its own check counts for nothing here. */
const unit = { label: "min", scale: "value", decimals: 0 };
const because = "more minutes each week make listening rise";

interface Place {
  company: Company;
  cycleId: string;
  squadId: string;
  /** A company objective of the cycle. */
  parentId: string;
}
interface Flaw {
  code: string;
  /** Drafts below the squad's objective: what is wrong with them. */
  objective?: (place: Place) => object;
  keyResult?: (place: Place) => object | null;
  /** What goes on before the commit is tried. */
  meanwhile?: (place: Place, objectiveId: string) => readonly [name: string, args: object][];
}

const flaws: Record<string, Flaw> = {
  "an owner who left": {
    code: "gate_owner",
    meanwhile: ({ company }) => [["member.remove", { memberId: company.ben.memberId }]],
  },
  "no target": { code: "gate_number", keyResult: () => ({ target: undefined }) },
  "one milestone": {
    code: "gate_number",
    keyResult: () => ({
      ...{ direction: "milestones", baseline: undefined, target: undefined },
      milestones: [{ id: newId(), title: "Done", weight: 1 }],
    }),
  },
  "a target that is the baseline": { code: "gate_baseline_is_target", keyResult: () => ({ target: 10 }) },
  "no path to the North Star": { code: "gate_path", keyResult: () => ({ moves: undefined }) },
  "two words of because": {
    code: "gate_because",
    keyResult: ({ company }) => ({ moves: { metricId: company.metricId, because: "it helps" } }),
  },
  "no company objective above": { code: "gate_parent", objective: () => ({ parentId: undefined }) },
  "a second exemption": {
    code: "gate_exemption",
    objective: () => ({ parentId: undefined, exempt: { reason: "Again." } }),
    meanwhile: ({ cycleId, squadId, company }) => {
      const id = newId();
      const first = { id, cycleId, squadId, title: "Lights", exempt: { reason: "Lights." } };
      return [
        ["objective.draft", first],
        ["key-result.draft", { ...keyResult(company, id), id: newId() }],
        ["objective.commit", { objectiveId: id }],
      ];
    },
  },
  "nothing in it": { code: "gate_empty", keyResult: () => null },
};

const keyResult = (company: Company, objectiveId: string) => ({
  ...{ id: newId(), objectiveId, ownerId: company.ben.memberId, title: "Minutes, 10 to 20", unit },
  ...{ direction: "increase", baseline: 10, target: 20, moves: { metricId: company.metricId, because } },
});

describe("the gate at the sync door", () => {
  async function opened(running: boolean) {
    const { database, sync, company } = await openHarbour(onFile);
    const door = openDoor(sync);
    const tell = async (name: string, args: object) => {
      const { answer } = await door.post(company.ada, {
        ...{
          protocol: 1,
          deviceId: company.ada.deviceId,
          now: "2026-11-23T09:00:00.000Z",
          cursor: null,
          limit: 1,
        },
        mutations: [mutation(name, args)],
      });
      const { outcome, code } = answer.results[0]!;
      return code ?? outcome;
    };
    const squadId = newId();
    await tell("squad.form", { id: squadId, name: "Crew" });
    const cycleId = running ? company.cycleId : newId();
    const parentId = running ? company.objectiveId : newId();
    if (!running) {
      await tell("cycle.open", { id: cycleId, name: "Q1", startsOn: "2027-01-01", endsOn: "2027-03-31" });
      await tell("objective.draft", { id: parentId, cycleId, title: "Be worth the time" });
      const whole = { ...keyResult(company, parentId), ownerId: company.ada.memberId };
      await tell("key-result.draft", whole);
    }
    return { database, tell, place: { company, cycleId, squadId, parentId } };
  }

  async function drafted(flaw: Flaw, running: boolean) {
    const { database, tell, place } = await opened(running);
    const { company, cycleId, squadId, parentId } = place;
    const objectiveId = newId();
    const keyResultId = newId();
    const objective = { id: objectiveId, cycleId, squadId, parentId, title: "A weekly habit" };
    expect(await tell("objective.draft", { ...objective, ...flaw.objective?.(place) })).toBe("applied");
    const changes = flaw.keyResult === undefined ? {} : flaw.keyResult(place);
    if (changes !== null) {
      const draft = { ...keyResult(company, objectiveId), id: keyResultId, ...changes };
      expect(await tell("key-result.draft", draft)).toBe("applied");
    }
    for (const [name, args] of flaw.meanwhile?.(place, objectiveId) ?? []) await tell(name, args);
    return { database, tell, place, objectiveId, keyResultId };
  }

  test("every rule of the gate is walked here", () => {
    const walked = new Set(Object.values(flaws).map((one) => one.code));
    expect([...walked].sort()).toEqual(rejectionCodes.filter((one) => one.startsWith("gate_")).sort());
  });

  test.each(Object.entries(flaws))("%s keeps a whole cycle from being committed", async (_what, flaw) => {
    const { database, tell, place } = await drafted(flaw, false);
    const before = await rowsOf(database, place.company);
    expect(await tell("cycle.commit", { cycleId: place.cycleId })).toBe(flaw.code);
    expect(await rowsOf(database, place.company)).toEqual(before);
  });

  test.each(Object.entries(flaws))("%s keeps an objective out of a running cycle", async (_what, flaw) => {
    const { database, tell, place, objectiveId } = await drafted(flaw, true);
    const before = await rowsOf(database, place.company);
    expect(await tell("objective.commit", { objectiveId })).toBe(flaw.code);
    expect(await rowsOf(database, place.company)).toEqual(before);
  });

  const ofKeyResults = Object.entries(flaws).filter(
    ([, one]) => one.keyResult?.length !== undefined && one.code !== "gate_empty",
  );
  test.each(ofKeyResults)(
    "%s keeps a key result out of a committed objective, and one inside from becoming so",
    async (_what, flaw) => {
      const { database, tell, place } = await opened(true);
      const { company } = place;
      const flawed = { ...keyResult(company, company.objectiveId), ...flaw.keyResult?.(place) };
      expect(await tell("key-result.draft", flawed)).toBe("applied");
      const whole = keyResult(company, company.objectiveId);
      expect(await tell("key-result.draft", whole)).toBe("applied");
      expect(await tell("key-result.commit", { keyResultId: whole.id })).toBe("applied");
      const before = await rowsOf(database, company);
      expect(await tell("key-result.commit", { keyResultId: flawed.id })).toBe(flaw.code);
      const { id: _id, objectiveId: _objectiveId, ownerId: _ownerId, ...terms } = flawed;
      const nulled = Object.fromEntries(Object.entries(terms).map(([name, value]) => [name, value ?? null]));
      expect(await tell("key-result.revise", { keyResultId: whole.id, ...nulled })).toBe(flaw.code);
      expect(await rowsOf(database, company)).toEqual(before);
    },
  );

  test("a committed objective is not taken off its company objective", async () => {
    const { database, tell, place, objectiveId } = await drafted({ code: "" }, true);
    expect(await tell("objective.commit", { objectiveId })).toBe("applied");
    const before = await rowsOf(database, place.company);
    expect(await tell("objective.revise", { objectiveId, parentId: null })).toBe("gate_parent");
    expect(await rowsOf(database, place.company)).toEqual(before);
  });
});

/** The rows alone: that a mutation was refused is itself kept. */
async function rowsOf(database: Parameters<typeof contentOf>[0], company: Company): Promise<unknown> {
  return (await contentOf(database, company))[1];
}
