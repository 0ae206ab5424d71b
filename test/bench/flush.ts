import { randomBytes } from "node:crypto";
import { Agent } from "node:http";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { serverProcess } from "../support/server.ts";
import { type Figure, figure, percentile } from "./figure.ts";
import { buildFleet } from "./fleet.ts";
import { nodePhone } from "./node-phone.ts";

const queued = 1000;
const runs = 5;

/** 1,000 check-ins made offline, then flushed until the server has acknowledged all; read back by a second device. */
export async function flush1000(): Promise<Figure[]> {
  const fleet = await buildFleet({ people: 2, keyResults: 400, checkIns: 400 });
  const server = await serverProcess({ dataDir: fleet.dataDir, env: { LOG_LEVEL: "error" } });
  const agent = new Agent({ keepAlive: true });
  const [seconds, up]: [number[], number[]] = [[], []];
  try {
    await server.start();
    const [ada, ben] = fleet.sailors;
    for (let run = 0; run < runs; run += 1) {
      const phone = await nodePhone(server.origin, agent, ada!, fleet.workspaceId);
      await phone.sync();
      const made: string[] = [];
      for (let index = 0; index < queued; index += 1) {
        const id = uuidv7(Date.now(), new Uint8Array(randomBytes(10)));
        const keyResultId = ada!.keyResultIds[index % ada!.keyResultIds.length]!;
        const note = "Finishes rose with the new shelf, the licence answer is still open.";
        await phone.record("check-in.record", {
          id,
          keyResultId,
          value: 0.1 + index / 4000,
          confidence: index % 11,
          note,
        });
        made.push(id);
      }
      const before = phone.sent.up;
      const started = performance.now();
      await phone.sync();
      seconds.push((performance.now() - started) / 1000);
      up.push((phone.sent.up - before) / queued);

      const other = await nodePhone(server.origin, agent, ben!, fleet.workspaceId);
      await other.sync();
      const there = await other.database.read(({ rows }) => rows.many(made.map((id) => `check-in/${id}`)));
      const arrived = there.filter((row) => row !== undefined).length;
      if (arrived !== queued) throw new Error(`${arrived} of ${queued} check-ins arrived`);
    }
    return [
      figure("flush-1000-median", percentile(seconds, 0.5), "s", "≤ 0.8"),
      figure("flush-1000-min", Math.min(...seconds), "s"),
      figure("flush-1000-bytes-up", percentile(up, 0.5), "B/check-in", "≤ 340"),
    ];
  } finally {
    await server.dispose();
  }
}
