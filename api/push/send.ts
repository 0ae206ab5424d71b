import type { ClientRequest } from "node:http";
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

/**
 * Posts messages to push services. Never throws and never rejects; the answer's text goes nowhere. A connection kept alive
 * may be closed by the service in the very moment it is used again: such a message goes once more at once, over a new one.
 * Should both have arrived, the second takes the place of the first by its Topic.
 */
export function createSender({ vapid, extraHosts, now, ca, resolve, patience = 10_000 }: SenderDeps): Sender {
  const terms = { maxSockets: connectionsPerHost, ...(ca ? { ca } : {}) };
  const kept = new Agent({ ...terms, keepAlive: true });
  const fresh = new Agent(terms);
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
    const body = message.body ?? Buffer.alloc(0);
    const options = {
      ...(isExtraHost(url, extraHosts) ? {} : { lookup: publicOnly }),
      // One deadline for both tries, so that a group still ends within its lease.
      signal: AbortSignal.timeout(patience),
    };
    const posted = await post(url, message.headers, body, { ...options, agent: kept });
    return posted ?? (await post(url, message.headers, body, { ...options, agent: fresh })) ?? unreachable;
  }

  /** Undefined when a connection that was used before turned out to be closed, and nothing was answered. */
  function post(
    url: URL,
    headers: Record<string, string>,
    body: Buffer,
    options: { lookup?: LookupFunction; signal: AbortSignal; agent: Agent },
  ) {
    return new Promise<Sent | undefined>((done) => {
      const posted = request(url, { ...options, method: "POST", headers }, (answer) => {
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
      const isSilent = silence(posted);
      posted.on("error", (error: NodeJS.ErrnoException) => {
        if (error instanceof AddressRefused) return done({ outcome: "failed", reason: "endpoint" });
        const wasReset = error.code === "ECONNRESET" || error.code === "EPIPE";
        done(wasReset && posted.reusedSocket && isSilent() ? undefined : unreachable);
      });
      posted.end(body);
    });
  }

  return {
    send,
    close() {
      kept.destroy();
      fresh.destroy();
    },
  };
}

const unreachable = { outcome: "retry", reason: "unreachable" } as const;

/** Tells whether no byte of an answer has come. */
function silence(posted: ClientRequest): () => boolean {
  let silent = true;
  const heard = () => {
    silent = false;
  };
  posted.on("socket", (socket) => {
    socket.on("data", heard);
    posted.on("close", () => socket.off("data", heard));
  });
  return () => silent;
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
