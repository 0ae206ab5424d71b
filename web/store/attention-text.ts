import type { Unit } from "../../shared/metrics/metric.ts";
import type { AttentionEntry, Tx } from "../sync/storage.ts";
import { asRow, keyOf, viewOne } from "../sync/view.ts";

/** An item that needs attention as plain lines: whom it is for, what it is about, when, and what its author said. */
export async function tell(tx: Tx, { name, args, at }: AttentionEntry, toMemberId?: string): Promise<string> {
  const to = await viewOne(tx, keyOf("member", toMemberId ?? ""));
  const subject = await subjectOf(tx, args);
  const said = Object.entries(args)
    .filter(([key, value]) => isSaid(key, value))
    .map(([key, value]) => `${key}: ${key === "value" ? measure(value, subject?.unit) : value}`);
  const head = [
    to && `For ${asRow<"member">(to).name}`,
    subject?.title ?? name,
    at.slice(0, 16).replace("T", " "),
  ];
  return [...head, ...said].filter(Boolean).join("\n");
}

async function subjectOf(
  tx: Tx,
  args: Record<string, unknown>,
): Promise<{ title: string; unit: Unit } | undefined> {
  const keyResult = await viewOne(tx, keyOf("key-result", String(args.keyResultId)));
  if (keyResult) return asRow<"key-result">(keyResult);
  const metric = await viewOne(tx, keyOf("metric", String(args.metricId)));
  if (metric === undefined) return undefined;
  const { name, unit } = asRow<"metric">(metric);
  return { title: name, unit };
}

/** What a person said, and not the ids that tie it to rows. */
function isSaid(key: string, value: unknown): boolean {
  return !/(^i|I)ds?$/.test(key) && ["string", "number"].includes(typeof value) && value !== "";
}

/** A number as people say it: a ratio is stored 0–1. */
function measure(value: unknown, unit: Unit | undefined): string {
  if (unit === undefined || typeof value !== "number") return String(value);
  if (unit.scale === "ratio") return `${Number((value * 100).toPrecision(12))}%`;
  return `${value} ${unit.label}`.trim();
}
