import type { ImportField } from "./fields.ts";

/** What a file of metrics holds: one definition a row. */
export const metricFields: readonly ImportField[] = [
  {
    ...{ name: "name", label: "Name", type: "text", most: 200, required: true },
    known: ["metric", "metric name", "title", "kennzahl"],
  },
  { name: "key", label: "Key", type: "text", most: 64, known: ["metric key", "slug", "short name"] },
  {
    name: "definition",
    label: "Definition",
    type: "text",
    most: 2000,
    known: ["description", "how", "beschreibung"],
  },
  {
    ...{ name: "kind", label: "Kind", type: "choice", required: true },
    options: {
      "north-star": ["nsm"],
      input: ["input metric", "driver", "lever"],
      outcome: ["business outcome", "lagging"],
      guardrail: ["counter metric"],
      health: ["health metric"],
    },
    known: ["type", "art"],
  },
  { name: "parent", label: "Parent", type: "text", most: 200, known: ["parent metric", "feeds", "above"] },
  { name: "unit", label: "Unit", type: "text", most: 40, known: ["einheit", "unit label"] },
  {
    ...{ name: "scale", label: "Scale", type: "choice" },
    options: {
      value: ["number"],
      ratio: ["percent", "percentage", "rate", "share"],
      count: ["whole number"],
    },
    known: ["skala"],
  },
  { name: "decimals", label: "Decimals", type: "number", known: ["precision", "digits"] },
  {
    ...{ name: "direction", label: "Good direction", type: "choice", required: true },
    options: {
      up: ["higher", "increase", "higher is better"],
      down: ["lower", "decrease", "lower is better"],
    },
    known: ["direction", "better", "richtung"],
  },
  {
    ...{ name: "cadence", label: "Cadence", type: "choice", required: true },
    options: { daily: ["day", "taglich"], weekly: ["week", "wochentlich"], monthly: ["month", "monatlich"] },
    known: ["frequency", "rhythm", "every"],
  },
  {
    name: "steward",
    label: "Steward",
    type: "reference",
    to: "member",
    required: true,
    known: ["owner", "who"],
  },
  { name: "squad", label: "Squad", type: "reference", to: "squad", known: ["team"] },
  { name: "source", label: "Source", type: "text", most: 500, known: ["quelle", "system", "data source"] },
  { name: "fresh-days", label: "Fresh for (days)", type: "number", known: ["freshness", "fresh days"] },
  { name: "estimated", label: "Estimated", type: "flag", known: ["estimate", "geschatzt"] },
  { name: "floor", label: "Floor", type: "number", known: ["minimum", "min"] },
  { name: "ceiling", label: "Ceiling", type: "number", known: ["maximum", "max"] },
  { name: "target", label: "Target", type: "number", known: ["ziel", "goal"] },
];
