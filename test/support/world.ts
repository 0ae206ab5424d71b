import { randomBytes } from "node:crypto";
import { onTestFinished } from "vitest";
import { type Env, parseEnv } from "../../api/env.ts";
import { createLog } from "../../api/log.ts";
import { type Northing, openNorthing } from "../../api/northing.ts";
import type { Outbound } from "../../api/outbound.ts";
import { enrol, setUpLink, signInLink } from "../../api/people/links.ts";
import type { Sender } from "../../api/push/send.ts";
import type { Role } from "../../shared/people/member.ts";
import type { MutationResult } from "../../shared/sync/protocol.ts";
import { uuidv7 } from "../../shared/sync/uuid.ts";
import { temporaryFolder } from "./database.ts";
import { type Visitor, visitor } from "./visitor.ts";

export interface Persona {
  name: string;
  personId: string;
  memberId: string;
  workspaceId: string;
  deviceId: string;
  /** Their signed-in browser. */
  at: Visitor;
}

export interface World {
  northing: Northing;
  origin: string;
  env: Env;
  ada: Persona;
  ben: Persona;
  cleo: Persona;
  /** Where the server's clock stands, in milliseconds; a test moves it. */
  clock: { now: number };
  /** Every log line so far. */
  logged: string[];
  /** Somebody who has just arrived: no cookie, an address nobody else has. */
  stranger(): Visitor;
  /** A sign-in link for somebody, as the operator would make one. */
  linkFor(persona: Pick<Persona, "personId" | "workspaceId">): Promise<string>;
  /** Somebody opens a link on a device of their own. */
  join(name: string, url: string, answers?: object): Promise<Persona>;
  /** Ada invites somebody, who joins. */
  admit(role: Role, name: string): Promise<Persona>;
  /** One mutation through POST /api/sync; its result. */
  mutate(persona: Persona, name: string, args: object): Promise<MutationResult>;
  id(): string;
  close(): Promise<void>;
}

/** The token a link carries in its fragment. */
export function tokenOf(url: string): string {
  return new URL(url).hash.slice(1);
}

const zone = "Europe/Berlin";
const monday = Date.UTC(2026, 2, 2, 8);

/**
 * The cast on a real server: an in-process app on a database file of its own. Ada is the admin who set up "Northwind",
 * Ben a member she invited; both live in Europe/Berlin. Cleo is the admin of another workspace, "Elsewhere", and
 * shares nothing with them. Each is signed in on one device, all through the front door. It is Monday, 2 March 2026,
 * 08:00 UTC. Everything is gone when the test is over.
 */
export async function startWorld(
  options: {
    env?: Record<string, string>;
    webRoot?: string;
    folder?: string;
    sender?: (now: () => number) => Sender;
    /** In place of the one that asks addresses people typed. */
    outbound?: Outbound;
    /** Nobody has set anything up yet; the personas are not there. */
    empty?: boolean;
  } = {},
): Promise<World> {
  const origin = options.env?.PUBLIC_URL ?? "http://localhost:4170";
  const env = parseEnv({ DATA_DIR: options.folder ?? temporaryFolder(), LOG_LEVEL: "debug", ...options.env });
  const clock = { now: monday };
  const logged: string[] = [];
  const now = () => clock.now;
  const bytes = (count: number) => new Uint8Array(randomBytes(count));
  const northing = await openNorthing({
    env,
    log: createLog(env.LOG_LEVEL, now, (line) => logged.push(line)),
    now,
    bytes,
    wait: async () => {},
    origin: () => origin,
    webRoot: options.webRoot,
    ...(options.sender ? { sender: options.sender(now) } : {}),
    ...(options.outbound ? { outbound: options.outbound } : {}),
  });
  const close = () => northing.close();
  onTestFinished(close);

  let strangers = 0;
  const stranger = () => {
    strangers += 1;
    return visitor(northing.app, origin, `198.51.${Math.floor(strangers / 250)}.${strangers % 250}`);
  };
  const id = () => uuidv7(clock.now, bytes(10));
  const linkFor = async ({ personId, workspaceId }: Pick<Persona, "personId" | "workspaceId">) =>
    (await signInLink(northing.people, { personId, workspaceId })).url;

  async function join(name: string, url: string, answers: object = {}): Promise<Persona> {
    const at = stranger();
    const { status, body } = await at.post("/api/join", {
      token: tokenOf(url),
      deviceName: `${name}'s phone`,
      ...answers,
    });
    if (status !== 200)
      throw new Error(`${name} could not join: ${JSON.stringify(body)}\n${logged.join("")}`);
    const { member, workspace, device, person } = body;
    return {
      name,
      personId: person.id,
      memberId: member.id,
      workspaceId: workspace.id,
      deviceId: device.id,
      at,
    };
  }

  let ada: Persona;
  async function admit(role: Role, name: string): Promise<Persona> {
    const invited = await ada.at.post("/api/invites", { role, name });
    return join(name, invited.body.url, { zone });
  }

  async function mutate({ at, deviceId, workspaceId }: Persona, name: string, args: object) {
    const now = new Date(clock.now).toISOString();
    const mutations = [{ id: id(), seq: 1, name, args, at: now }];
    const round = { protocol: 1, deviceId, workspaceId, now, cursor: null, mutations, limit: 0 };
    return (await at.post("/api/sync", round)).body.results[0] as MutationResult;
  }

  const can = { stranger, linkFor, join, admit, mutate, id, close };
  const bare = { northing, origin, env, clock, logged, ...can };
  if (options.empty) return bare as World;
  const setUp = (await setUpLink(northing.people)) ?? "";
  ada = await join("Ada", setUp, { name: "Ada", zone, workspace: { name: "Northwind", zone } });
  const ben = await admit("member", "Ben");
  const cleo = await join("Cleo", await linkFor(await foundElsewhere(northing, id)));
  return Object.assign(bare, { ada, ben, cleo });
}

/** A second workspace has no set-up link; it is made as the demo makes its own. */
async function foundElsewhere({ sync, people }: Northing, id: () => string) {
  const [workspaceId, memberId, personId] = [id(), id(), id()];
  const zone = "America/New_York";
  const at = new Date(people.now()).toISOString();
  await sync.apply(workspaceId, { memberId, server: true }, [
    { id: id(), at, name: "workspace.found", args: { id: workspaceId, name: "Elsewhere", zone } },
    {
      id: id(),
      at,
      name: "member.join",
      args: { id: memberId, name: "Cleo", role: "admin", zone, locale: "en" },
    },
  ]);
  await enrol(people, { id: personId, name: "Cleo", workspaceId, memberId });
  return { personId, workspaceId };
}
