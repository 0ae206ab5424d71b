import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { DatabaseInUse } from "./db/lock.ts";
import { MigrationRefused } from "./db/migrate.ts";
import { type Env, EnvError, parseEnv } from "./env.ts";
import { Refused } from "./errors.ts";
import { asRefused, httpServer, plainAnswer } from "./http-server.ts";
import { createLog, type Log } from "./log.ts";
import { type Northing, openNorthing } from "./northing.ts";
import { announceDoor, withdrawDoor } from "./operator/door.ts";
import { operatorRoutes } from "./operator/routes.ts";
import { setUpLink } from "./people/links.ts";
import { mintSecret } from "./people/secret.ts";
import type { Job } from "./reminders/schedule.ts";
import { SecretExposed } from "./secrets.ts";

export interface Running {
  /** The origin people use. */
  origin: string;
  northing: Northing;
  /** Finishes what is under way, tells streams to come back, and lets go of the data: at most five seconds. */
  stop(): Promise<void>;
}

/** The server cannot start; the message says why and what to do. */
class CannotStart extends Error {}

export const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const patience = 2500;

/**
 * Starts a whole server: data, work that recurs, the door for operators, HTTP. `prepare` runs before anybody is let
 * in, but when the port is known. Prints the set-up link while there is no workspace. Throws what `explain` puts into a sentence.
 */
export async function start(env: Env, prepare?: (northing: Northing) => Promise<void>): Promise<Running> {
  const log = createLog(env.LOG_LEVEL, Date.now, (line) => process.stderr.write(line));
  let port = env.PORT;
  const origin = () => env.PUBLIC_URL ?? `http://localhost:${port}`;
  const bytes = (count: number) => new Uint8Array(randomBytes(count));
  const northing = await openNorthing({
    env,
    log,
    now: Date.now,
    bytes,
    wait,
    origin,
    webRoot: webRoot(log),
  });
  try {
    let ready = false;
    const answer = (...[request, io]: Parameters<typeof northing.app.fetch>) =>
      ready ? northing.app.fetch(request, io) : plainAnswer(new Refused("unavailable"), origin());
    const server = httpServer(
      getRequestListener(answer, { errorHandler: (error) => plainAnswer(asRefused(error), origin()) }),
      origin,
    );
    port = await listen(server, env.PORT, env.HOST);
    await prepare?.(northing);
    ready = true;
    const token = mintSecret(bytes);
    const door = httpServer(getRequestListener(operatorRoutes(northing, token).fetch), origin);
    announceDoor(env.DATA_DIR, { port: await listen(door, 0, "127.0.0.1"), token });
    const recurring = recur(northing.recurring, log);
    const link = await setUpLink(northing.people);
    process.stdout.write(`Northing is at ${origin()}\n${link === undefined ? "" : `Set up: ${link}\n`}`);
    log.info("started", { origin: origin(), port });
    const stop = async () => {
      northing.leave();
      withdrawDoor(env.DATA_DIR);
      await Promise.all([recurring.stop(), close([server, door])]);
      await northing.close();
      log.info("stopped");
    };
    return { origin: origin(), northing, stop };
  } catch (error) {
    await northing.close();
    throw error;
  }
}

/** A start that failed, as a sentence for whoever ran the command; undefined for a fault of ours. */
export function explain(error: unknown): string | undefined {
  const known = [EnvError, DatabaseInUse, MigrationRefused, SecretExposed, CannotStart];
  return known.some((kind) => error instanceof kind) ? (error as Error).message : undefined;
}

/** Runs until it is told to stop; the exit code says whether that was asked for. */
export async function runUntilSignal(begin: () => Promise<Running>): Promise<void> {
  let running: Running;
  try {
    running = await begin();
  } catch (error) {
    const sentence = explain(error);
    process.stderr.write(
      sentence === undefined ? `${(error as Error).stack}\n` : `Northing cannot start.\n${sentence}\n`,
    );
    process.exit(1);
  }
  const end = (code: number) => {
    void running.stop().finally(() => process.exit(code));
  };
  process.once("SIGTERM", () => end(0));
  process.once("SIGINT", () => end(0));
  const { log } = running.northing.people;
  process.on("unhandledRejection", (error) =>
    log.error("rejection.unhandled", { stack: String((error as Error)?.stack) }),
  );
  process.once("uncaughtException", (error) => {
    log.error("exception.uncaught", { stack: String(error?.stack) });
    end(1);
  });
}

async function listen(server: Server, port: number, hostname: string): Promise<number> {
  server.listen(port, hostname);
  try {
    await once(server, "listening");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE")
      throw new CannotStart(
        `Port ${port} is in use. Stop the program that has it, or choose another with PORT.`,
      );
    if (code === "EACCES")
      throw new CannotStart(`Port ${port} is not allowed. Choose one above 1023 with PORT.`);
    if (code === "ENOTFOUND" || code === "EADDRNOTAVAIL")
      throw new CannotStart(`${hostname} is not an address of this machine. Set HOST to one that is.`);
    throw error;
  }
  return (server.address() as AddressInfo).port;
}

/** Everything the server does without being asked, each on its own clock and never twice at once. */
export function recur(recurring: readonly Job[], log: Log) {
  const under = new Set<Promise<void>>();
  const timers = recurring.map(({ name, every, work }) => {
    let busy = false;
    const tick = async () => {
      busy = true;
      await work().catch((error: Error) =>
        log.error("work.failed", { work: name, error: error.name, stack: error.stack }),
      );
      busy = false;
    };
    return setInterval(() => {
      if (busy) return;
      const turn = tick().finally(() => under.delete(turn));
      under.add(turn);
    }, every);
  });
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.race([Promise.all(under), wait(patience)]);
    },
  };
}

/** Lets requests under way finish; after `patience` nothing is waited for any more. */
async function close(servers: Server[]): Promise<void> {
  const closed = servers.map((server) => once(server.close(), "close"));
  const idle = setInterval(() => {
    for (const server of servers) server.closeIdleConnections();
  }, 50);
  const force = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, patience);
  await Promise.all(closed);
  clearInterval(idle);
  clearTimeout(force);
}

/** The web app stands beside the built server. */
function webRoot(log: Log): string | undefined {
  const root = join(dirname(process.argv[1] ?? "."), "..", "web");
  if (existsSync(join(root, "index.html"))) return root;
  log.warn("web.missing", { hint: "npm run build" });
  return undefined;
}

if (/[\\/]api[\\/]main\.[jt]s$/.test(process.argv[1] ?? "")) void runUntilSignal(() => start(parseEnv()));
