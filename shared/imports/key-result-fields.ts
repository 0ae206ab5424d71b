import type { ImportField } from "./fields.ts";

/** What a file of key results holds: one a row, with the objective it belongs to. */
export const keyResultFields: readonly ImportField[] = [
  {
    ...{ name: "cycle", label: "Cycle", type: "reference", to: "cycle", required: true },
    known: ["quarter", "quartal", "period"],
  },
  {
    ...{ name: "objective", label: "Objective", type: "text", most: 200, required: true },
    known: ["objective title", "goal", "ziel", "o"],
  },
  { name: "squad", label: "Squad", type: "reference", to: "squad", known: ["team", "gruppe"] },
  {
    ...{ name: "parent", label: "Company objective", type: "text", most: 200 },
    known: ["parent", "parent objective", "company objective", "links to", "supports"],
  },
  {
    ...{ name: "exempt", label: "Exemption (its reason)", type: "text", most: 2000 },
    known: ["exempt", "exemption", "ausnahme"],
  },
  {
    ...{ name: "title", label: "Key result", type: "text", most: 200 },
    known: ["key result", "kr", "key result title", "schlusselergebnis"],
  },
  {
    name: "owner",
    label: "Owner",
    type: "reference",
    to: "member",
    known: ["kr owner", "responsible", "who", "wer"],
  },
  {
    ...{ name: "direction", label: "Direction", type: "choice" },
    options: {
      increase: ["up", "rise", "steigern"],
      decrease: ["down", "reduce", "senken"],
      "stay-above": ["above", "at least"],
      "stay-below": ["below", "at most"],
      milestones: ["milestone", "steps"],
    },
    known: ["type", "richtung"],
  },
  { name: "baseline", label: "Baseline", type: "number", known: ["from", "start", "start value", "von"] },
  { name: "target", label: "Target", type: "number", known: ["to", "goal value", "target value", "bis"] },
  { name: "unit", label: "Unit", type: "text", most: 40, known: ["einheit"] },
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
