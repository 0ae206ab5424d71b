import type { Sender, Sent } from "../../../api/push/send.ts";
import type { Chance } from "../../support/chance.ts";
import { hour, minute } from "./calendar.ts";

/** One try as a push service saw it. `taken`: the message is on its way, whether or not the answer came back. */
export interface Receipt {
  at: number;
  deliveryId: string;
  endpoint: string;
  topic: string;
  tag: string;
  expiresAt: number;
  taken: boolean;
  /** What the server was told. */
  told: Sent["outcome"];
  retryAfter?: number;
}

export interface Services extends Sender {
  receipts: Receipt[];
  /** Devices whose owners threw them away: the next message to one is answered with 404 or 410. */
  dead: Set<string>;
  /** Resolves when some request hangs. */
  hung(): Promise<void>;
  /** Time is up for the requests that hang. */
  giveUp(): void;
  /** The server that asked is gone: nobody is answered any more. */
  forget(): void;
}

export const hosts = ["https://fcm.googleapis.com/fcm/send", "https://web.push.apple.com"] as const;

interface Weather {
  until: number;
  is: "fine" | "busy" | "patience" | "away" | "refusing";
}

/** The push services of the world, each with weather of its own; every answer comes from `chance`, in order. */
export function createServices(chance: Chance, now: () => number): Services {
  const weather = new Map<string, Weather>();
  let hanging: (() => void)[] = [];
  let heard: (() => void)[] = [];
  const services: Services = {
    receipts: [],
    dead: new Set(),
    send({ endpoint }, { payload, topic, ttl }) {
      const { notification } = JSON.parse(payload);
      const at = now();
      const common = { at, endpoint, topic, tag: notification.tag, deliveryId: notification.data.id };
      const expiresAt = at + ttl * 1000;
      const noted = (sent: Sent, taken: boolean) => {
        const retryAfter =
          "retryAfter" in sent && sent.retryAfter !== undefined ? sent.retryAfter : undefined;
        const patience = retryAfter === undefined ? {} : { retryAfter };
        services.receipts.push({ ...common, expiresAt, taken, told: sent.outcome, ...patience });
        return Promise.resolve(sent);
      };
      if (services.dead.has(endpoint))
        return noted({ outcome: "gone", status: chance.pick([404, 410]) }, false);
      const unreachable: Sent = { outcome: "retry", reason: "unreachable" };
      switch (skyOver(endpoint, at)) {
        case "busy":
          return noted(
            { outcome: "retry", reason: "busy", status: chance.pick([408, 500, 502, 503]) },
            false,
          );
        case "patience":
          return noted(
            { outcome: "retry", reason: "busy", status: 429, retryAfter: chance.pick([30, 600, 3600]) },
            false,
          );
        case "refusing":
          return noted({ outcome: "failed", reason: "refused", status: chance.pick([400, 401, 403]) }, false);
        case "away":
          return noted(unreachable, false);
        case "hangs":
          // It may well have been taken: nobody hears of it in time.
          void noted(unreachable, chance.one(0.5));
          return new Promise<Sent>((answered) => {
            hanging.push(() => answered(unreachable));
            for (const one of heard.splice(0)) one();
          });
        default:
          return noted({ outcome: "accepted", status: 201 }, true);
      }
    },
    close() {},
    hung: () => (hanging.length > 0 ? Promise.resolve() : new Promise((done) => heard.push(done))),
    giveUp() {
      for (const one of hanging.splice(0)) one();
    },
    forget() {
      hanging = [];
      heard = [];
    },
  };

  /** Mostly fine, with spells of trouble and a single fault now and then. */
  function skyOver(endpoint: string, at: number): Weather["is"] | "hangs" {
    const { host } = new URL(endpoint);
    const known = weather.get(host);
    const present = known !== undefined && at < known.until ? known : next(at);
    weather.set(host, present);
    if (present.is !== "fine") return chance.one(0.9) ? present.is : "fine";
    const luck = chance.random();
    if (luck < 0.004) return "hangs";
    return luck < 0.012 ? "busy" : "fine";
  }

  function next(at: number): Weather {
    const luck = chance.random();
    if (luck < 0.85) return { is: "fine", until: at + (12 + chance.below(60)) * hour };
    const is = chance.pick(["busy", "busy", "patience", "patience", "away", "away", "refusing"] as const);
    return { is, until: at + (is === "refusing" ? 10 : 20 + chance.below(240)) * minute };
  }

  return services;
}
