import { Agent, request } from "node:https";
import type { LookupFunction } from "node:net";
import webpush from "web-push";
import { endpointAllowed, isExtraHost, type Subscription } from "../../shared/push/subscription.ts";
import { AddressRefused, publicLookup, type Resolve, systemResolve } from "../outbound-lookup.ts";
import { waitOf } from "../retry-after.ts";
import { createVapid, type VapidKeys } from "./vapid.ts";

/** One encrypted message to one device. */
export interface Outgoing {
  payload: string;
  /** A later message of the same topic takes the place of this one while it waits at the push service. */
  topic: string;
  /** Seconds the push service may keep it. */
  ttl: number;
  urgency: "normal" | "high";
}

/** What became of it. Only `gone` ends a subscription; only `retry` is worth another try. */
export type Sent =
  | { outcome: "accepted"; status: number }
  | { outcome: "gone"; status: number }
  | { outcome: "retry"; reason: "busy" | "unreachable"; status?: number; retryAfter?: number }
  | {
      outcome: "failed";
      reason: "endpoint" | "too-large" | "refused" | "keys" | "unexpected";
      status?: number;
    };

export interface SenderDeps {
  vapid: VapidKeys;
  /** Hosts the operator has added, `host` or `host:port`. */
  extraHosts: readonly string[];
  now: () => number;
  /** Certificates trusted besides the usual ones. */
  ca?: string;
  /** Every address of a host; by default the system's resolver. */
  resolve?: Resolve;
  /** Milliseconds after which a try is given up. */
  patience?: number;
}

export interface Sender {
  send(subscription: Subscription, outgoing: Outgoing): Promise<Sent>;
  /** Lets go of the connections kept alive. */
  close(): void;
}

/** Push services take 4,096 bytes, of which encryption needs about a hundred. */
export const maxPayload = 3900;
const connectionsPerHost = 32;
const maxAnswer = 16 * 1024;

/** Posts messages to push services. Never throws and never rejects; the answer's text goes nowhere. */
export function createSender({ vapid, extraHosts, now, ca, resolve, patience = 10_000 }: SenderDeps): Sender {
  const agent = new Agent({ keepAlive: true, maxSockets: connectionsPerHost, ...(ca ? { ca } : {}) });
  const authorize = createVapid(vapid, now);
  const publicOnly = publicLookup(resolve ?? systemResolve);

  async function send(subscription: Subscription, outgoing: Outgoing): Promise<Sent> {
    const { endpoint } = subscription;
    if (!URL.canParse(endpoint)) return { outcome: "failed", reason: "endpoint" };
    const url = new URL(endpoint);
    if (!endpointAllowed(url, extraHosts)) return { outcome: "failed", reason: "endpoint" };
    if (Buffer.byteLength(outgoing.payload) > maxPayload) return { outcome: "failed", reason: "too-large" };
    let message: ReturnType<typeof webpush.generateRequestDetails>;
    try {
      message = webpush.generateRequestDetails(subscription, outgoing.payload, {
        TTL: outgoing.ttl,
        urgency: outgoing.urgency,
        topic: outgoing.topic,
        headers: { Authorization: authorize(url) },
      });
    } catch {
      return { outcome: "failed", reason: "keys" };
    }
    const options = isExtraHost(url, extraHosts) ? {} : { lookup: publicOnly };
    return post(url, message.headers, message.body ?? Buffer.alloc(0), options);
  }

  function post(
    url: URL,
    headers: Record<string, string>,
    body: Buffer,
    options: { lookup?: LookupFunction },
  ) {
    return new Promise<Sent>((done) => {
      const signal = AbortSignal.timeout(patience);
      const posted = request(url, { ...options, method: "POST", headers, agent, signal }, (answer) => {
        const { statusCode = 0 } = answer;
        done(judge(statusCode, waitOf(answer.headers["retry-after"], now())));
        // What is left of the answer is thrown away, so that the connection serves the next message.
        let size = 0;
        answer.on("error", () => {});
        answer.on("data", (chunk: Buffer) => {
          size += chunk.length;
          if (size > maxAnswer) answer.destroy();
        });
      });
      posted.on("error", (error) =>
        done(
          error instanceof AddressRefused
            ? { outcome: "failed", reason: "endpoint" }
            : { outcome: "retry", reason: "unreachable" },
        ),
      );
      posted.end(body);
    });
  }

  return { send, close: () => agent.destroy() };
}

/** The rules of the push services' answers: only 404 and 410 mean that the subscription is over. */
function judge(status: number, retryAfter: number | undefined): Sent {
  if (status >= 200 && status < 300) return { outcome: "accepted", status };
  if (status === 404 || status === 410) return { outcome: "gone", status };
  if (status === 408 || status === 429 || status >= 500)
    return { outcome: "retry", reason: "busy", status, ...(retryAfter === undefined ? {} : { retryAfter }) };
  if (status === 413) return { outcome: "failed", reason: "too-large", status };
  const refused = status === 400 || status === 401 || status === 403;
  return { outcome: "failed", reason: refused ? "refused" : "unexpected", status };
}
