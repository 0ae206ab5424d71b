import type { Histogram } from "./observed.ts";

/** Values of one name. */
export interface Family {
  name: string;
  type: "gauge" | "counter";
  help: string;
  samples: readonly { labels: Record<string, string>; value: number }[];
}

const prefix = "northing_";

/** Prometheus' text exposition format, version 0.0.4. A family without a sample without labels is 0. */
export function exposition(
  families: readonly Family[],
  { name, help, buckets, sum, count }: Histogram & { name: string; help: string },
): string {
  const full = `${prefix}${name}`;
  const lines = [
    ...families.flatMap(familyLines),
    ...head(full, "histogram", help),
    ...buckets.map(({ most, count }) => `${full}_bucket${labelled({ le: String(most) })} ${count}`),
    `${full}_bucket${labelled({ le: "+Inf" })} ${count}`,
    `${full}_sum ${sum}`,
    `${full}_count ${count}`,
  ];
  return `${lines.join("\n")}\n`;
}

function familyLines({ name, type, help, samples }: Family): string[] {
  const full = `${prefix}${name}`;
  const shown = samples.length > 0 ? samples : [{ labels: {}, value: 0 }];
  return [
    ...head(full, type, help),
    ...shown.map(({ labels, value }) => `${full}${labelled(labels)} ${value}`),
  ];
}

function head(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

function labelled(labels: Record<string, string>): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return parts.length === 0 ? "" : `{${parts.join(",")}}`;
}

function escaped(value: string): string {
  return value.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n");
}
