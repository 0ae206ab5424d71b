import { Agent } from "node:http";
import { serverProcess } from "../support/server.ts";
import { type Figure, figure, percentile } from "./figure.ts";
import { buildFleet } from "./fleet.ts";
import { nodePhone } from "./node-phone.ts";

const checkIns = 20_000;
const runs = 5;

/** An empty device pulls a company with 20,000 check-ins until every one can be read locally. */
export async function pull20000(): Promise<Figure[]> {
  const fleet = await buildFleet({ people: 120, keyResults: 400, checkIns });
  const server = await serverProcess({ dataDir: fleet.dataDir, env: { LOG_LEVEL: "error" } });
  const agent = new Agent({ keepAlive: true });
  const [seconds, down]: [number[], number[]] = [[], []];
  try {
    await server.start();
    for (let run = 0; run < runs; run += 1) {
      const phone = await nodePhone(server.origin, agent, fleet.sailors[run]!, fleet.workspaceId);
      const started = performance.now();
      await phone.sync();
      seconds.push((performance.now() - started) / 1000);
      down.push(phone.sent.down / checkIns);
      const kept = await phone.database.read(({ rows }) => rows.page());
      const there = kept.filter((row) => row.key.startsWith("check-in/")).length;
      if (there !== checkIns) throw new Error(`${there} of ${checkIns} check-ins are on the phone`);
      await phone.database.destroy();
    }
    return [
      figure("pull-20000-median", percentile(seconds, 0.5), "s", "≤ 2.5"),
      figure("pull-20000-min", Math.min(...seconds), "s"),
      figure("pull-20000-bytes-down", percentile(down, 0.5), "B/check-in gzip", "≤ 40"),
    ];
  } finally {
    await server.dispose();
  }
}
