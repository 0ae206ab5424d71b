import { countWords } from "../focus/words.ts";
import type { SayingOf, Week, WeekSaying } from "./saying.ts";
import { clip, counted, type LockScreen, listed, type Wording } from "./wording.ts";

/** The week of a squad in counts; which key results are missing only where titles may be read. */
export function weekWording({ kind, week }: WeekSaying, detail: LockScreen): Wording {
  const open = detail !== "private";
  const name = clip(week.squad);
  const titles = open ? week.missing.map((one) => clip(one.title)) : [];
  if (kind === "miss") {
    const missing = counted(week.missing.length, "check-in is missing", "check-ins are missing");
    return { title: open ? `${name}: ${missing}` : missing, body: listed(titles) };
  }
  if (kind === "digest") {
    const done = `${week.owed - week.missing.length} of ${week.owed} checked in`;
    return {
      title: open ? `${name}: ${done}` : done,
      body: [...waiting(week), listed(titles)].join("\n").trim(),
    };
  }
  const title = open ? `Metric check: ${name}` : "Metric check";
  const { length } = week.missing;
  const missing = length > 0 ? [counted(length, "check-in missing", "check-ins missing")] : [];
  const counts = [...missing, ...waiting(week)].join(", ") || "Everything is checked in";
  return { title, body: [counts, listed(titles)].join("\n").trim() };
}

function waiting({ anomalies, blockers }: Week): string[] {
  return [
    ...(anomalies > 0 ? [counted(anomalies, "unusual number", "unusual numbers")] : []),
    ...(blockers > 0 ? [counted(blockers, "open blocker", "open blockers")] : []),
  ];
}

/** A pace is a value and a reason somebody gave a note: both only at "full". */
export function focusWording(
  { squad, words, bets, unjustified }: SayingOf<"focus">,
  detail: LockScreen,
): Wording {
  const counts = countWords(bets, unjustified);
  if (detail === "private") return { title: "Today's focus", body: counts };
  const why =
    detail === "full" && words.detail !== undefined ? `${words.why}: ${clip(words.detail)}` : words.why;
  return { title: `${clip(squad)}: ${clip(words.title)}`, body: [why, counts].filter(Boolean).join("\n") };
}
