import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { errorBody, Refused } from "./errors.ts";
import { securityHeaders } from "./security-headers.ts";

/** Tighter than Node's own: a slow header or body, or a silent connection, gives its place to others. */
const limits = { headersTimeout: 10_000, requestTimeout: 45_000, connectionsCheckingInterval: 2_500 };
const silence = 120_000;

/** An HTTP server whose own error answers look like all others. Does not listen yet. */
export function httpServer(
  answer: (incoming: IncomingMessage, outgoing: ServerResponse) => unknown,
  origin: () => string,
): Server {
  // Node would answer a request without Host by itself, without our headers; the listener refuses it instead.
  const server = createServer({ ...limits, requireHostHeader: false, maxHeaderSize: 16_384 }, (...pair) => {
    void answer(...pair);
  });
  server.timeout = silence;
  server.on("checkExpectation", (...pair) => void answer(...pair));
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) socket.destroy();
    else socket.end(malformedAnswer(error.code ?? "", origin()));
  });
  return server;
}

/** An answer where the app has none: before it is ready, or to a request it cannot be given. */
export function plainAnswer(refused: Refused, origin: string): Response {
  return new Response(bodyOf(refused), { status: refused.status, headers: headersFor(origin) });
}

/** What stopped a request before it reached the app: its own form, such as no host, or a fault of ours. */
export function asRefused(error: unknown): Refused {
  const theirs = error instanceof Error && error.name === "RequestError";
  return new Refused(theirs ? "invalid_request" : "internal");
}

function malformedAnswer(code: string, origin: string): string {
  const late = code === "ERR_HTTP_REQUEST_TIMEOUT";
  const status = late
    ? "408 Request Timeout"
    : code === "HPE_HEADER_OVERFLOW"
      ? "431 Headers Too Large"
      : "400 Bad Request";
  const body = bodyOf(new Refused("invalid_request"));
  const headers = {
    ...headersFor(origin),
    "Content-Length": String(Buffer.byteLength(body)),
    Connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status}\r\n${lines.join("")}\r\n${body}`;
}

function headersFor(origin: string): Record<string, string> {
  return { ...securityHeaders(origin), "Content-Type": "application/json", "Cache-Control": "no-store" };
}

function bodyOf({ code, message }: Refused): string {
  return JSON.stringify(errorBody({ code, message }, "none"));
}
