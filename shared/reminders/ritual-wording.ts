import type { RitualKind } from "./ritual-judge.ts";
import type { SayingOf } from "./saying.ts";
import { clip, counted, type LockScreen, type Wording } from "./wording.ts";

/** What is to be done beyond the week. Names of cycles and metrics are titles, so not at "private". */
export function ritualWording(say: SayingOf<RitualKind>, detail: LockScreen): Wording {
  const open = detail !== "private";
  switch (say.kind) {
    case "review-monthly": {
      const running = counted(say.keyResults, "key result runs", "key results run");
      const blocked = counted(say.blockers, "open blocker", "open blockers");
      return {
        title: "The month is to be reviewed",
        body: say.blockers > 0 ? `${running}, ${blocked}` : running,
      };
    }
    case "cycle-commit":
      return {
        title: open ? `${clip(say.cycle)} is not committed yet` : "1 cycle is not committed yet",
        body: say.startsToday ? "Its days have begun" : "It starts within a week",
      };
    case "grading":
      return {
        title: open ? `${clip(say.cycle)} is over` : "1 cycle is over",
        body:
          say.ungraded > 0
            ? `${counted(say.ungraded, "key result", "key results")} to grade, then close it`
            : "Everything is graded: close it",
      };
    case "retro":
      return {
        title: open ? `Look back at ${clip(say.cycle)}` : "1 cycle to look back at",
        body: "Did its key results move their inputs, and did the North Star follow?",
      };
    case "revalidate":
      return {
        title: "Re-validate the North Star",
        body: [...(open ? [clip(say.metric)] : []), yearWords[say.due]].join("\n"),
      };
  }
}

const yearWords = {
  early: "It was opened before its day, and waits for an answer and two names",
  soon: "It is due in two weeks",
  now: "It is due now",
} as const;
