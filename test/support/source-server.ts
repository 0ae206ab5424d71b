import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, createServer as createSocketServer } from "node:net";
import { onTestFinished } from "vitest";
import { certificateFile } from "./push-service.ts";

export type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface SourceServer {
  /** "127.0.0.1:40123", as an operator would open it. */
  host: string;
  url: string;
  /** Every request so far. */
  asked: { url: string; method: string; headers: IncomingMessage["headers"]; body: string }[];
  /** How many connections were made, also by those who never asked. */
  connections: number;
  answer: Answer;
}

/** Something on loopback that is asked for a metric and answers as a test tells it to; gone when the test is over. */
export async function startSource(answer: Answer, { tls = false } = {}): Promise<SourceServer> {
  const pem = tls ? readFileSync(certificateFile, "utf8") : "";
  const take: Answer = (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { url = "", method = "", headers } = request;
      source.asked.push({ url, method, headers, body: Buffer.concat(chunks).toString() });
      source.answer(request, response);
    });
  };
  const server = tls ? createSecureServer({ key: pem, cert: pem }, take) : createServer(take);
  const source: SourceServer = { host: "", url: "", asked: [], connections: 0, answer };
  server.on("connection", () => {
    source.connections += 1;
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  source.host = `${tls ? "localhost" : "127.0.0.1"}:${(server.address() as AddressInfo).port}`;
  source.url = `${tls ? "https" : "http"}://${source.host}/metric`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return source;
}

/** JSON with status 200. */
export const json =
  (body: unknown): Answer =>
  (_request, response) =>
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(body));

/** A socket on loopback nobody may knock at. */
export async function loopbackCanary(): Promise<{ port: number; hits(): number }> {
  let hits = 0;
  const server = createSocketServer((socket) => {
    hits += 1;
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, hits: () => hits };
}
