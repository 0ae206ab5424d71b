import type { Mark } from "./StatusMark.tsx";

/** How a question about a North Star is answered. */
export const verdictOptions = [
  { value: "yes", label: "Yes" },
  { value: "partly", label: "Partly" },
  { value: "no", label: "No" },
] as const;

export type Verdict = (typeof verdictOptions)[number]["value"];

export const verdictMarks: Record<Verdict, Mark> = { yes: "ok", partly: "warn", no: "bad" };
