import type { Finding } from "../lint.ts";

export type TextRule =
  | "output"
  | "task"
  | "composite"
  | "no-number"
  | "vague"
  | "vanity"
  | "lagging"
  | "sandbag";

interface Wording {
  message: string;
  pattern: string;
}

const keyResult: Record<TextRule, Wording> = {
  output: {
    message: "It says what will be put out, not what will be different for somebody once it is there.",
    pattern: "[Who] who [do what they could not do before]: from [now] to [target]",
  },
  task: {
    message: "It is something to do, and can be done without anything getting better: a bet, not a result.",
    pattern: "[What this is to change, as a number] from [now] to [target]",
  },
  composite: {
    message: "It joins several results: when one moves and the other does not, nobody can say how far it is.",
    pattern: "[The one measure that matters most] from [now] to [target]",
  },
  "no-number": {
    message: "It says which way, but not how far, so that nobody can tell when it is reached.",
    pattern: "[The same] from [now] to [target]",
  },
  vague: {
    message: "Everybody can read something else into it, because nothing in it can be counted.",
    pattern: "[Who] who [do what]: from [now] to [target]",
  },
  vanity: {
    message: "It can rise without anybody being better off, and a total never falls.",
    pattern: "[Who] who come back and [do the thing that is of value] each week: from [now] to [target]",
  },
  lagging: {
    message: "It is known too late to steer by, and much else moves it.",
    pattern: "[What moves it within weeks]: from [now] to [target]",
  },
  sandbag: {
    message: "By its earlier values the target is within the normal swing, or reached already.",
    pattern: "A target beyond what the last values did by themselves",
  },
};

const objective: Partial<Record<TextRule, Wording>> = {
  output: {
    message: "It names the thing to be made, not what it will be good for.",
    pattern: "[Who] can [do what matters to them] [how much better]",
  },
  task: {
    message: "It is something to do, not a state worth reaching.",
    pattern: "[Who] [is better off, and how you would notice]",
  },
  composite: {
    message:
      "It points in several directions, and a squad can lean only one way: make it one objective each.",
    pattern: "[Who] [is better off, and how]",
  },
  vague: {
    message: "It would fit every company: it names nobody, and nothing that would be different.",
    pattern: "[Who] [feels or does what differently] [when or where]",
  },
  vanity: {
    message: "It counts applause, not what somebody gets out of it.",
    pattern: "[Who] [gets what out of it, and comes back for it]",
  },
  lagging: {
    message: "It is what the company gets in the end, not what it does for somebody to get there.",
    pattern: "[Who] [gets what they would pay for]",
  },
};

const longest = 80;

/** A finding of a rule about a title, in words. */
export function worded(rule: TextRule, title: string, kind: "key-result" | "objective"): Finding {
  const wording = (kind === "objective" ? objective[rule] : undefined) ?? keyResult[rule];
  const same = title.trim().replace(/[.!:;,]+$/, "");
  const fill = rule === "no-number" && same.length <= longest;
  return {
    rule,
    message: wording.message,
    severity: rule === "lagging" || rule === "sandbag" ? "note" : "warn",
    field: rule === "sandbag" ? "target" : "title",
    pattern: fill ? wording.pattern.replace("[The same]", () => same) : wording.pattern,
  };
}
