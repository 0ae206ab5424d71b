import { test } from "vitest";
import { runSeed } from "./run-seeds.ts";

test("try", async () => {
  const from = Number(process.env.FROM ?? 0),
    to = Number(process.env.TO ?? 20);
  const t = performance.now();
  const c0 = process.cpuUsage();
  let confirmed = 0;
  const kinds = new Map<string, number[]>();
  for (let s = from; s < to; s++) {
    const r = await runSeed(s);
    confirmed += r.confirmed;
    if (r.breach) {
      const k = r.breach.slice(0, 60).replace(/[0-9a-f-]{36}|\d+/g, "#");
      kinds.set(k, [...(kinds.get(k) ?? []), s]);
      if (process.env.TRACE)
        console.log(s, r.breach, "\n" + r.trace.slice(-Number(process.env.TRACE)).join("\n"));
    }
  }
  console.log(
    (globalThis as any).EV,
    (globalThis as any).EV2,
    "cpu/seed",
    ((process.cpuUsage(c0).user + process.cpuUsage(c0).system) / 1000 / (to - from)).toFixed(1),
    "ms/seed",
    ((performance.now() - t) / (to - from)).toFixed(1),
    "confirmed",
    confirmed,
  );
  for (const [k, v] of kinds) console.log(v.length, k, v.slice(0, 8).join(" "));
}, 600000);
