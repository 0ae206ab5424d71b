import { reviewId } from "../../../shared/reviews/review.ts";
import { anomalyId } from "../../../shared/signals/anomaly-id.ts";
import { day, hour, minute, plusDays, weekday } from "./calendar.ts";
import { ownersOf, today } from "./quarters.ts";
import type { Programme } from "./story.ts";

/** The work of a week: check-ins early, in time, late and never; reviews; questions; unusual numbers; new owners. */
export function weekToday(programme: Programme): void {
  const { on, year } = programme;
  const { chance } = year;
  if (weekday(on) === 5) checkIns(programme);
  if (weekday(on) === 3) for (const squadId of programme.company.squads) review(programme, squadId);
  if (weekday(on) < 6 && chance.one(0.8)) ask(programme);
  if (chance.one(0.35)) unusual(programme);
  if (weekday(on) % 2 === 0 && chance.one(0.4)) reassign(programme);
}

/** Each key result of the week gets its check-in at one of a few moments, or none. */
function checkIns({ year, dawn, at }: Programme): void {
  const { chance, facts, clock } = year;
  const moments = [5, 10, 57, 74, 79, 83, 88, 98, 106, 125, 134].map(
    (hours) => dawn + hours * hour + 20 * minute,
  );
  for (const one of moments) {
    const share = chance.pick([0.05, 0.1, 0.2]);
    at(one, "nothing", () =>
      Promise.all(
        facts
          .all("key-result", clock.now)
          .filter(() => chance.one(share))
          .map((kr) => checkIn(kr)),
      ),
    );
  }

  async function checkIn({
    id,
    cycleId,
    ownerId,
    state,
  }: {
    id: string;
    cycleId: string;
    ownerId: string;
    state: string;
  }) {
    const cycle = facts.find("cycle", cycleId, clock.now);
    const owner = facts.find("member", ownerId, clock.now);
    if (cycle?.state !== "running" || state !== "committed" || owner?.state !== "active") return;
    const who = owner.delegate && owner.delegate.untilOn >= today(year) ? owner.delegate.memberId : ownerId;
    const said = {
      id: year.id(),
      keyResultId: id,
      value: 20 + chance.below(60),
      confidence: chance.below(11),
    };
    await year.tell(who, "check-in.record", said);
  }
}

/** The PM, or an admin for a squad without one, goes through the week; some weeks nobody does. */
function review({ year, company, on, dawn, at }: Programme, squadId: string): void {
  const { chance, facts, clock } = year;
  const when = dawn + chance.pick([9, 20]) * hour + 11 * minute;
  if (chance.one(0.4)) return;
  at(when, "everything", async () => {
    const cycle = facts.all("cycle", clock.now).find((one) => one.state === "running");
    const pm = facts.find("squad", squadId, clock.now)?.members.find((one) => one.as === "pm")?.memberId;
    if (cycle === undefined) return;
    const about = { beat: "weekly" as const, cycleId: cycle.id, squadId, on: plusDays(on, -2) };
    const who = pm ?? company.ada.memberId;
    await year.tell(who, "review.open", about);
    await year.tell(who, "review.complete", { reviewId: reviewId(about) });
  });
}

/** A PM asks for a check-in; whoever owes none, or was asked today, is not asked, and the server sees to it. */
function ask({ year, company, at, sometime }: Programme): void {
  const { chance, facts, clock } = year;
  at(sometime(), "events", async () => {
    const running = facts
      .all("cycle", clock.now)
      .filter((one) => one.state === "running")
      .map((one) => one.id);
    const all = facts.all("key-result", clock.now).filter((one) => running.includes(one.cycleId));
    for (let left = 3; left > 0 && all.length > 0; left -= 1) {
      const keyResultId = chance.pick(all).id;
      await year.tell(company.ada.memberId, "nudge.send", { id: year.id(), keyResultId });
    }
  });
}

/** A number that behaves unusually, of the kinds that are pushed and of those that are not; some are answered soon. */
function unusual({ year, company, on, at, sometime }: Programme): void {
  const { chance, facts, clock } = year;
  const answeredAfter = chance.pick([0, 0.02, 0.3, 1, 3, undefined]);
  at(sometime(), "events", async () => {
    const running = facts.all("key-result", clock.now).filter((one) => one.state === "committed");
    if (running.length === 0) return;
    const { id, objectiveId } = chance.pick(running);
    const squadId = facts.find("objective", objectiveId, clock.now)?.squadId;
    const found = {
      ...{
        series: { kind: "key-result" as const, id },
        on,
        onset: plusDays(on, -7),
        direction: "down" as const,
      },
      ...{ rule: chance.pick(["last-1", "last-2", "last-4"] as const), value: 10 },
      ...{ expected: { low: 20, centre: 30, high: 40 }, preset: "calm" as const, adverse: chance.one(0.6) },
      ...(squadId === undefined ? {} : { squadId }),
    };
    if (!(await year.decree("anomaly.raise", found)) || answeredAfter === undefined) return;
    const answer = { anomalyId: anomalyId(found), as: "explained" as const, text: "A holiday." };
    at(clock.now + Math.ceil(answeredAfter * day) + minute, "nothing", () =>
      year.tell(company.ada.memberId, "anomaly.answer", answer),
    );
  });
}

/** Key results change hands: given by the cpo, or taken by somebody themselves. */
function reassign({ year, company, at, changing }: Programme): void {
  const { chance, facts, clock } = year;
  at(changing, "everything", async () => {
    const running = facts.all("key-result", clock.now).filter((one) => one.state === "committed");
    if (running.length === 0) return;
    const { id, objectiveId, ownerId } = chance.pick(running);
    const squadId = facts.find("objective", objectiveId, clock.now)?.squadId ?? company.squads[0]!;
    const to = ownersOf(year, squadId).filter((one) => one !== ownerId);
    if (to.length === 0) return;
    const by = chance.one(0.8) ? company.ada.memberId : ownerId;
    await year.tell(by, "key-result.reassign", { keyResultId: id, ownerId: chance.pick(to) });
  });
}
