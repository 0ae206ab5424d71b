import { type Standing, standing } from "../check-ins/history.ts";
import { newestFirst, type Remembered } from "./remembered.ts";
import { rememberReviews } from "./reviewed.ts";
import type { SearchedRows } from "./rows.ts";

const elsewhere = "A key result this phone does not hold";

/** Everything in the rows that somebody wrote down, newest first. */
export function remembering(rows: SearchedRows): Remembered[] {
  const parts = [plans, said, rememberReviews, work, answered, metrics];
  return newestFirst(parts.flatMap((part) => part(rows)));
}

/** Several texts as one that is searched and shown. */
export function together(...texts: readonly (string | undefined | false)[]): string {
  return texts.filter(Boolean).join(" · ");
}

function plans({ objective, "key-result": keyResults, cycle }: SearchedRows): Remembered[] {
  const cycles = new Map(cycle.map((one) => [one.id, one]));
  const objectives = objective
    .filter((one) => one.state !== "dropped")
    .map((one): Remembered => {
      const text = together(one.why, one.exempt && `Exempt: ${one.exempt.reason}`);
      return {
        ...{ key: `objective/${one.id}`, as: "objective", title: one.title, text, people: [] },
        ...{ cycleId: one.cycleId, ...day(cycles.get(one.cycleId)?.startsOn) },
        ...(one.state === "draft" ? { standing: "draft" } : {}),
        leads: { kind: "objective", id: one.id },
      };
    });
  const results = keyResults.map((one): Remembered => {
    const steps = one.milestones?.map((step) => step.title).join(", ");
    const text = together(one.moves?.because, steps, one.grade?.reason && `Graded: ${one.grade.reason}`);
    return {
      ...{ key: `key-result/${one.id}`, as: "key-result", title: one.title, text, people: [one.ownerId] },
      ...{ cycleId: one.cycleId, ...day(cycles.get(one.cycleId)?.startsOn) },
      ...(one.state === "committed" ? {} : { standing: one.state }),
      leads: { kind: "key-result", id: one.id },
    };
  });
  return [...objectives, ...results];
}

function said({ "check-in": checkIns, blocker, "key-result": keyResults }: SearchedRows): Remembered[] {
  const about = new Map(keyResults.map((one) => [one.id, one]));
  const notes = settled(checkIns)
    .filter(({ original, latest }) => latest.note && about.has(original.keyResultId))
    .map(({ original, latest }): Remembered => {
      const { id, title, ownerId } = about.get(original.keyResultId)!;
      const { authorId, at, cycleId } = original;
      // Written out: there are as many of these as of everything else together, many times over.
      return {
        key: `check-in/${original.id}`,
        as: "check-in",
        title,
        isAbout: true,
        text: latest.note ?? "",
        on: at.slice(0, 10),
        cycleId,
        people: authorId === ownerId ? [ownerId] : [authorId, ownerId],
        leads: { kind: "key-result", id },
      };
    });
  const blockers = blocker.map((one): Remembered => {
    const keyResult = about.get(one.keyResultId);
    return {
      ...{ key: `blocker/${one.id}`, as: "blocker", title: keyResult?.title ?? elsewhere, isAbout: true },
      text: together(one.text, one.resolution && `Resolved: ${one.resolution}`),
      on: one.openedAt.slice(0, 10),
      ...(keyResult === undefined ? {} : { cycleId: keyResult.cycleId }),
      people: [one.ownerId],
      standing: one.resolvedAt === undefined ? "open" : "resolved",
      leads: { kind: "key-result", id: one.keyResultId },
    };
  });
  return [...notes, ...blockers];
}

/** The same as `standing`, in no order: of twenty thousand check-ins a few were amended, and only those are folded. */
function settled(checkIns: SearchedRows["check-in"]): Pick<Standing, "original" | "latest">[] {
  const amended = new Set(checkIns.map((one) => one.amends));
  const plain = checkIns.filter((one) => one.amends === undefined && !amended.has(one.id));
  const others = checkIns.filter((one) => one.amends !== undefined || amended.has(one.id));
  return [...plain.map((one) => ({ original: one, latest: one })), ...standing(others)];
}

function work({ bet, "key-result": keyResults }: SearchedRows): Remembered[] {
  const about = new Map(keyResults.map((one) => [one.id, one]));
  return bet.map(({ id, title, hypothesis, learning, state, ownerId, keyResultId, todayOn }) => {
    const keyResult = keyResultId === undefined ? undefined : about.get(keyResultId);
    const believed = hypothesis && `${hypothesis.change}, because ${hypothesis.because}`;
    return {
      ...{ key: `bet/${id}`, as: "bet", title, text: together(learning && `Learnt: ${learning}`, believed) },
      ...day(todayOn ?? hypothesis?.byOn),
      ...(keyResult === undefined ? {} : { cycleId: keyResult.cycleId }),
      people: ownerId === undefined ? [] : [ownerId],
      standing: state === "doing" ? "in the works" : state,
      leads: { kind: "bet", id },
    };
  });
}

function answered({ anomaly, metric, "key-result": keyResults }: SearchedRows): Remembered[] {
  const names = new Map([...metric.map((one) => [one.id, one.name] as const)]);
  const about = new Map(keyResults.map((one) => [one.id, one]));
  return anomaly.flatMap(({ id, series, answer, on }): Remembered[] => {
    const keyResult = about.get(series.id);
    const title = names.get(series.id) ?? keyResult?.title;
    if (answer === undefined || answer.text === "" || title === undefined) return [];
    return [
      {
        ...{ key: `anomaly/${id}`, as: "anomaly", title, isAbout: true, text: answer.text, on },
        people: [answer.by],
        ...(keyResult === undefined ? {} : { cycleId: keyResult.cycleId }),
        standing: answer.as === "false-alarm" ? "false alarm" : answer.as,
        leads: { kind: "anomaly", id },
      },
    ];
  });
}

function metrics({ candidate, event, metric }: SearchedRows): Remembered[] {
  const names = new Map(metric.map((one) => [one.id, one.name]));
  return [
    ...candidate.map(({ id, name, ...one }): Remembered => {
      const judged = Object.values(one.answers).map((answer) => answer?.evidence);
      const sceptic = one.sceptic && `${one.sceptic.by}: ${one.sceptic.why}`;
      const reason = one.reason && `${one.state === "rejected" ? "Rejected" : "Chosen"}: ${one.reason}`;
      return {
        ...{ key: `candidate/${id}`, as: "candidate", title: name, people: [], standing: one.state },
        text: together(reason, one.definition, one.gaming, one.correlation, sceptic, ...judged),
        ...day(one.rejectedAt?.slice(0, 10)),
        leads: { kind: "candidate", id },
      };
    }),
    ...event.map(({ id, metricId, text, on, by }): Remembered => {
      const leads =
        metricId === undefined ? { kind: "event" as const, id } : { kind: "metric" as const, id: metricId };
      const concerns = metricId === undefined ? "All metrics" : (names.get(metricId) ?? "");
      return { key: `event/${id}`, as: "event", title: text, text: concerns, on, people: [by], leads };
    }),
    ...metric.map(
      ({ id, name, definition, stewardId, state }): Remembered => ({
        ...{ key: `metric/${id}`, as: "metric", title: name, text: definition, people: [stewardId] },
        ...(state === "retired" ? { standing: "retired" } : {}),
        leads: { kind: "metric", id },
      }),
    ),
  ];
}

function day(on: string | undefined): { on?: string } {
  return on === undefined ? {} : { on };
}
