import type { ImportField } from "./fields.ts";

/** What a file of key results holds: one a row, with the objective it belongs to. */
export const keyResultFields: readonly ImportField[] = [
  {
    ...{ name: "cycle", label: "Cycle", type: "reference", to: "cycle", required: true },
    known: ["quarter", "quartal", "period", "time period", "timeframe", "time frame", "okr cycle", "session"],
  },
  {
    ...{ name: "objective", label: "Objective", type: "text", most: 200, required: true },
    known: ["objective title", "objective name", "objective description", "goal", "goal name", "ziel", "o"],
  },
  {
    name: "squad",
    label: "Squad",
    type: "reference",
    to: "squad",
    known: ["team", "team name", "group", "gruppe"],
  },
  {
    ...{ name: "parent", label: "Company objective", type: "text", most: 200 },
    known: [
      "parent",
      "parent objective",
      "parent goal",
      "company objective",
      "aligned to",
      "links to",
      "supports",
    ],
  },
  {
    ...{ name: "exempt", label: "Exemption (its reason)", type: "text", most: 2000 },
    known: ["exempt", "exemption", "ausnahme"],
  },
  {
    ...{ name: "title", label: "Key result", type: "text", most: 200, usual: true },
    known: [
      "key result",
      "kr",
      "key result title",
      "key result name",
      "kr title",
      "kr name",
      "schlusselergebnis",
    ],
  },
  {
    name: "owner",
    label: "Owner",
    type: "reference",
    to: "member",
    known: [
      ...["kr owner", "key result owner", "owner name", "owner email", "owner e mail", "responsible", "dri"],
      ...["assignee", "assigned to", "who", "wer"],
    ],
  },
  {
    ...{ name: "direction", label: "Direction", type: "choice" },
    options: {
      increase: ["up", "rise", "grow", "should increase to", "steigern"],
      decrease: ["down", "reduce", "should decrease to", "senken"],
      "stay-above": ["above", "at least", "should stay above", "keep above"],
      "stay-below": ["below", "at most", "should stay below", "keep below"],
      milestones: ["milestone", "steps"],
    },
    known: ["type", "richtung"],
  },
  {
    ...{ name: "baseline", label: "Baseline", type: "number" },
    known: [
      "from",
      "start",
      "start value",
      "starting value",
      "initial",
      "initial value",
      "baseline value",
      "von",
    ],
  },
  {
    ...{ name: "target", label: "Target", type: "number" },
    known: ["to", "goal value", "target value", "end value", "bis"],
  },
  {
    ...{ name: "current", label: "Current value", type: "number" },
    known: ["current", "actual", "actual value", "latest value", "latest", "value", "now", "aktuell", "ist"],
  },
  {
    ...{ name: "progress", label: "Progress", type: "number" },
    known: [
      "progress percent",
      "progress percentage",
      "percent complete",
      "complete",
      "completion",
      "fortschritt",
    ],
  },
  {
    ...{ name: "confidence", label: "Confidence", type: "number" },
    known: ["confidence level", "confidence score", "zuversicht"],
  },
  {
    ...{ name: "due", label: "Due", type: "day" },
    known: ["due date", "due on", "deadline", "end date", "target date", "fallig"],
  },
  {
    name: "unit",
    label: "Unit",
    type: "text",
    most: 40,
    known: ["unit of measure", "measurement unit", "metric unit", "uom", "einheit"],
  },
  {
    ...{ name: "scale", label: "Scale", type: "choice" },
    options: { value: ["number"], ratio: ["percent", "percentage", "rate"], count: ["whole number"] },
    known: ["skala"],
  },
  { name: "decimals", label: "Decimals", type: "number", known: ["digits"] },
  {
    ...{ name: "milestones", label: "Milestones (a | b | c)", type: "text", most: 4000 },
    known: ["milestones", "steps"],
  },
  {
    ...{ name: "moves", label: "Moves (the input metric)", type: "reference", to: "metric" },
    known: ["moves", "input metric", "metric", "input", "lever"],
  },
  { name: "because", label: "Because", type: "text", most: 2000, known: ["why", "reason", "weil"] },
  {
    ...{ name: "measures", label: "Measures (a metric)", type: "reference", to: "metric" },
    known: ["measures", "measured by"],
  },
  {
    ...{ name: "commitment", label: "Commitment", type: "choice" },
    options: { committed: ["roofshot"], aspirational: ["moonshot", "stretch"] },
    known: ["ambition"],
  },
  { name: "weight", label: "Weight", type: "number", known: ["gewicht"] },
];
