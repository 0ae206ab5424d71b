import type { Engine } from "../../web/sync/engine.ts";
import type { Phone } from "../../web/sync/phone.ts";
import type { Clock } from "./clock.ts";
import type { MemoryStorage } from "./memory-storage.ts";
import type { SimServer } from "./server.ts";

/** Bugs planted to prove that the simulation would find them. None of them is a switch in the product. */
export type Bug =
  | "drop the tag check"
  | "delete from the outbox before the result"
  | "advance the cursor early"
  | "treat 500 as a rejection"
  | "split a revision across pages"
  | "acknowledge before the commit"
  | "skip the purge on removal"
  | "forget what the worker left";

export interface User {
  name: string;
  memberId: string;
  personId: string;
  /** The schedule took this member out at some time. */
  removed: boolean;
}

/** One open page of a device. */
export interface Tab {
  device: SimDevice;
  phone: Phone;
  engine: Engine;
  alive: boolean;
  /** What waits for a frozen tab to thaw; undefined: not frozen. */
  frozen: (() => void)[] | undefined;
}

export interface SimDevice {
  name: string;
  user: User;
  deviceId: string;
  storage: MemoryStorage;
  tabs: Tab[];
  online: boolean;
  signedIn: boolean;
  skew: number;
  /** Undefined where the browser has no Web Locks. */
  locks: Map<string, Tab> | undefined;
  /** How often the schedule erased it; what it alone held is lost, and reported. */
  wipes: number;
  requests: number;
  /** In the middle of a pull: the last answer said there is more. */
  paging: boolean;
  /**
   * The server was put back by copying a file while this phone was between two pages. Without an epoch nothing tells
   * it, and rows that had moved up may stay old until they change again. Its check-ins are still held to be safe.
   */
  torn: boolean;
}

/** A check-in that a phone has told its author is saved. */
export interface Confirmed {
  rowId: string;
  user: User;
  device: SimDevice;
  wipes: number;
  discarded: boolean;
}

/** Which faults and actions this seed has, and how often: a random subset, so that seeds differ in kind. */
export interface Swarm {
  network: Record<"drop" | "loseReply" | "duplicate" | "truncate" | "html" | "status" | "slow", number>;
  storage: Record<"abort" | "crashBefore" | "crashAfter", number>;
  commit: Record<"failBefore" | "failAfter", number>;
  actions: Map<string, number>;
  /** Rows asked for in a page; the server's own size when undefined. */
  pageRows: number | undefined;
}

/** What happened in a run, to tell whether the faults were worth the name. */
export interface Seen {
  confirmed: number;
  /** Bets, candidates and the like that a phone has saved. */
  planned: number;
  resets: number;
  /** Mutations a server asked for again after a restore. */
  healed: number;
  refused: number;
  crashes: number;
  restores: number;
  /** How often a worker left something to be settled by a page. */
  left: number;
}

/** Everything one run knows. */
export interface Sim {
  seed: number;
  clock: Clock;
  bugs: ReadonlySet<Bug>;
  server: SimServer;
  users: User[];
  devices: SimDevice[];
  keyResults: string[];
  bets: string[];
  candidates: string[];
  squadId: string;
  cycleId: string;
  objectiveId: string;
  metricId: string;
  confirmed: Map<string, Confirmed>;
  swarm: Swarm;
  /** False once everything is healed. */
  faulty: boolean;
  restores: number;
  seen: Seen;
  log(text: string): void;
  breach(text: string): void;
  newId(): string;
}
