import { writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { test } from "vitest";
import { runSeed } from "./run-seeds.ts";

test("try", async () => {
  await runSeed(3);
  const s = new Session();
  s.connect();
  await s.post("Profiler.enable");
  await s.post("Profiler.start");
  for (let i = 0; i < 20; i++) await runSeed(i);
  const { profile } = await s.post("Profiler.stop");
  const self = new Map<string, number>();
  const dt = profile.timeDeltas!;
  const byId = new Map(profile.nodes.map((n: any) => [n.id, n]));
  profile.samples!.forEach((id: number, i: number) => {
    const f = (byId.get(id) as any).callFrame;
    const k = f.functionName + " " + f.url.split("/").slice(-2).join("/") + ":" + f.lineNumber;
    self.set(k, (self.get(k) ?? 0) + dt[i]!);
  });
  console.log(
    [...self]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 25)
      .map(([k, v]) => (v / 1000).toFixed(0) + "ms " + k)
      .join("\n"),
  );
}, 600000);
