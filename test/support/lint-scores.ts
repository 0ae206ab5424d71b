import { readFileSync } from "node:fs";
import { lintKeyResult, lintObjective } from "../../shared/okrs/lint.ts";

/** A labelled text, as the files of test/data hold them. */
export interface LabelledText {
  id: string;
  kind: "kr" | "objective";
  text: string;
  label: string;
  alsoAcceptable: string[];
  context: { baseline?: number; target?: number; history?: number[] } | null;
}

export interface Verdict extends LabelledText {
  verdict: string;
  strict: boolean;
  lenient: boolean;
}

export interface LintScore {
  verdicts: Verdict[];
  /** Shares of all texts, 0–1: the label itself, or one that is as acceptable. */
  strict: number;
  lenient: number;
  /** Good texts that got a finding. */
  flagged: Verdict[];
}

export function labelledTexts(name: string): LabelledText[] {
  const file = new URL(`../data/${name}`, import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { items: LabelledText[] }).items;
}

/** How the lint judges labelled texts; its verdict is the rule of its first finding, or "good". */
export function lintScore(texts: readonly LabelledText[]): LintScore {
  const verdicts = texts.map((one) => {
    const { history, ...numbers } = one.context ?? {};
    const draft = { title: one.text, ...numbers };
    const found = (one.kind === "kr" ? lintKeyResult : lintObjective)(draft, { history });
    const verdict = found[0]?.rule ?? "good";
    const strict = verdict === one.label;
    return { ...one, verdict, strict, lenient: strict || one.alsoAcceptable.includes(verdict) };
  });
  const share = (kept: Verdict[]) => kept.length / verdicts.length;
  return {
    verdicts,
    strict: share(verdicts.filter((one) => one.strict)),
    lenient: share(verdicts.filter((one) => one.lenient)),
    flagged: verdicts.filter((one) => one.label === "good" && one.verdict !== "good"),
  };
}
