import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import type { Failure } from "../shared/metrics/connector-failure.ts";
import { type AddressFault, outgoing } from "./outbound-address.ts";
import {
  AddressRefused,
  publicAddresses,
  publicLookup,
  type Resolve,
  systemResolve,
} from "./outbound-lookup.ts";

/** Why there is no answer. `refused`: nothing was sent, and nothing will be while the address stays what it is. */
export type OutboundFault =
  | { code: "address_refused"; why: AddressFault }
  | { code: "source_unreachable"; why: "no-name" | "timeout" | "certificate" | "connection" | "stopped" }
  | { code: "source_unreachable"; why: "status"; status: number; retryAfter?: string }
  | { code: "source_unreadable"; why: "redirect" | "too-large" | "encoded" | "not-text" };

/** The text of an answer with a 2xx status. It came from a stranger and is shown to nobody. */
export type Answered = { status: number; text: string } | OutboundFault;

/** A fault as it is kept and shown. */
export function failureOf(fault: OutboundFault): Failure {
  const { code, why } = fault;
  return { code, why, ...("status" in fault ? { status: fault.status } : {}) };
}

export interface OutboundRequest {
  url: string;
  headers?: Readonly<Record<string, string>>;
  /** With a body it is a POST, else a GET. */
  body?: string;
  /** The head of the answer is enough: what follows is not read, and the text is empty. */
  headOnly?: true;
}

export interface Outbound {
  /** One guarded request. Never throws. */
  send(request: OutboundRequest): Promise<Answered>;
  /** What a later `send` would refuse now, before anything is sent; a name that does not resolve is no refusal. */
  refusal(url: string): Promise<AddressFault | undefined>;
  /** Breaks off what is under way, which then fails as `stopped`. */
  close(): void;
}

export interface OutboundDeps {
  /** Hosts the operator has opened, `host` or `host:port`. */
  extraHosts: readonly string[];
  resolve?: Resolve;
  /** Certificates trusted besides the usual ones. */
  ca?: string;
  /** Milliseconds for the whole of a request, from the name to the last byte. */
  patience?: number;
}

export const maxAnswer = 100 * 1024;

/**
 * Requests to addresses that people typed: only to the public internet by https, to exactly the address that was
 * checked, without redirects, for at most 7 s and 100 KB.
 */
export function createOutbound(deps: OutboundDeps): Outbound {
  const { extraHosts, resolve = systemResolve, patience = 7000, ca } = deps;
  const lookup = publicLookup(resolve);
  const underWay = new Set<http.ClientRequest>();
  let closed = false;

  function send({ url: text, headers = {}, body, headOnly }: OutboundRequest): Promise<Answered> {
    const target = outgoing(text, extraHosts);
    if ("fault" in target) return Promise.resolve({ code: "address_refused", why: target.fault });
    if (closed) return Promise.resolve(stopped);
    const { url, trusted } = target;
    const signal = AbortSignal.timeout(patience);
    const options: https.RequestOptions = {
      method: body === undefined ? "GET" : "POST",
      headers: { ...headers, "accept-encoding": "identity", "user-agent": "Northing", connection: "close" },
      // A connection of its own each time: one kept alive would outlive the check of its address.
      agent: false,
      signal,
      ...(trusted ? {} : { lookup }),
      ...(ca === undefined ? {} : { ca }),
    };
    return new Promise((done) => {
      const asked = (url.protocol === "https:" ? https : http).request(url, options, (answer) => {
        const { statusCode = 0 } = answer;
        const fault = faultOf(statusCode, answer.headers);
        if (headOnly && statusCode >= 200 && statusCode < 300) end({ status: statusCode, text: "" });
        else if (fault !== undefined) end(fault);
        else read(answer, (text) => end("code" in text ? text : { status: statusCode, text: text.text }));
        answer.on("error", () => end(cause(undefined)));
      });
      const cause = (error: Error | undefined): OutboundFault => {
        if (closed) return stopped;
        return signal.aborted ? { code: "source_unreachable", why: "timeout" } : faultFrom(error);
      };
      const end = (outcome: Answered) => {
        underWay.delete(asked);
        done(outcome);
        asked.destroy();
      };
      underWay.add(asked);
      asked.on("error", (error) => end(cause(error)));
      asked.on("close", () => end(cause(undefined)));
      asked.end(body);
    });
  }

  return {
    send,
    async refusal(text) {
      const target = outgoing(text, extraHosts);
      if ("fault" in target) return target.fault;
      if (target.trusted || isIP(target.url.hostname.replace(/[[\]]/g, ""))) return undefined;
      try {
        await Promise.race([publicAddresses(target.url.hostname, resolve), after(patience)]);
      } catch (error) {
        if (error instanceof AddressRefused) return "not-public";
      }
    },
    close() {
      closed = true;
      for (const one of underWay) one.destroy();
    },
  };
}

/** Rejects when the time is over. */
function after(milliseconds: number): Promise<never> {
  const signal = AbortSignal.timeout(milliseconds);
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
}

const stopped: OutboundFault = { code: "source_unreachable", why: "stopped" };

/** What an answer's head already rules out. */
function faultOf(status: number, headers: http.IncomingHttpHeaders): OutboundFault | undefined {
  if (status >= 300 && status < 400) return { code: "source_unreadable", why: "redirect" };
  if (status < 200 || status >= 400) {
    const after = headers["retry-after"]?.slice(0, 64);
    const asked = after === undefined ? {} : { retryAfter: after };
    return { code: "source_unreachable", why: "status", status, ...asked };
  }
  // It was asked for plain text: what comes packed could unpack to anything.
  if ((headers["content-encoding"] ?? "identity") !== "identity")
    return { code: "source_unreadable", why: "encoded" };
  if (Number(headers["content-length"] ?? 0) > maxAnswer)
    return { code: "source_unreadable", why: "too-large" };
  return undefined;
}

/** Counts while it arrives; who sends too slowly is cut off by the time of the whole request. */
function read(answer: http.IncomingMessage, done: (told: { text: string } | OutboundFault) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  answer.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxAnswer) done({ code: "source_unreadable", why: "too-large" });
    else chunks.push(chunk);
  });
  answer.on("end", () => {
    try {
      done({ text: new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)) });
    } catch {
      done({ code: "source_unreadable", why: "not-text" });
    }
  });
}

/** Names that do not resolve, certificates nobody vouches for, and all the ways a connection fails. */
function faultFrom(error: Error | undefined): OutboundFault {
  if (error instanceof AddressRefused) return { code: "address_refused", why: "not-public" };
  const code = String((error as NodeJS.ErrnoException | undefined)?.code ?? "");
  if (/^(ENOTFOUND|EAI_|ENODATA)/.test(code)) return { code: "source_unreachable", why: "no-name" };
  if (/^(ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_SSL|EPROTO)/.test(code))
    return { code: "source_unreachable", why: "certificate" };
  return { code: "source_unreachable", why: "connection" };
}
