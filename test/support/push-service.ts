import { createECDH, createPublicKey, type ECDH, randomBytes, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { fileURLToPath } from "node:url";
import ece from "http_ece";
import type { Subscription } from "../../shared/push/subscription.ts";

/** A self-signed certificate for localhost with its key, made for tests only. */
export const certificateFile = fileURLToPath(new URL("./push-service.pem", import.meta.url));

/** A message as the push service took it. `plaintext` only where the test holds the keys. */
export interface Received {
  id: string;
  plaintext: string | undefined;
  body: Buffer;
  ttl: number;
  topic: string | undefined;
  urgency: string | undefined;
  authorization: string;
}

/** A device of the test's own making. */
export interface Device {
  id: string;
  subscription: Subscription;
}

export type Reply =
  | { status: number; headers?: Record<string, string> }
  | "hang"
  | "reset"
  | ((request: IncomingMessage, response: ServerResponse) => void);

interface Known {
  keys?: { privateKey: ECDH; authSecret: Buffer };
  /** The VAPID key it was subscribed with. */
  vapidKey: string;
  deliver?: (received: Received) => void;
}

/**
 * A push service on loopback, over TLS, that takes nothing a real one would refuse: it checks every header, the VAPID
 * signature and its audience, and decrypts what was sent to devices the test made itself.
 */
export async function startPushService({ now = Date.now }: { now?: () => number } = {}) {
  const pem = readFileSync(certificateFile, "utf8");
  const known = new Map<string, Known>();
  const replies: Reply[] = [];
  const received: Received[] = [];
  const faults: string[] = [];
  const connections = { opened: 0 };
  const hanging = new Set<Socket>();
  let standing: Reply | undefined;

  const server = createServer({ key: pem, cert: pem }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => take(request, response, Buffer.concat(chunks)));
  });
  // As long as real ones: a connection that ends just as it is used again is no fault anybody planted.
  server.keepAliveTimeout = 120_000;
  server.on("secureConnection", () => {
    connections.opened += 1;
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const host = `localhost:${(server.address() as AddressInfo).port}`;

  function take(request: IncomingMessage, response: ServerResponse, body: Buffer) {
    const answer = (status: number, headers = {}) => response.writeHead(status, headers).end();
    const forced = replies.shift() ?? standing;
    if (forced === "hang") return void hanging.add(request.socket);
    if (forced === "reset") return request.socket.destroy();
    if (typeof forced === "function") return forced(request, response);
    if (forced) return answer(forced.status, forced.headers);
    const id = request.url!.slice("/push/".length);
    const device = known.get(id);
    if (device === undefined) return answer(410);
    const fault = faultOf(request, body, device, now());
    if (fault) {
      faults.push(fault.reason);
      return answer(fault.status);
    }
    const message: Received = {
      id,
      plaintext: undefined,
      body,
      ttl: Number(request.headers.ttl),
      topic: request.headers.topic as string | undefined,
      urgency: request.headers.urgency as string | undefined,
      authorization: request.headers.authorization!,
    };
    if (device.keys)
      message.plaintext = ece.decrypt(body, { version: "aes128gcm", ...device.keys }).toString("utf8");
    received.push(message);
    device.deliver?.(message);
    return answer(201, { Location: `https://${host}/message/${received.length}` });
  }

  function faultOf(request: IncomingMessage, body: Buffer, device: Known, at: number) {
    const { headers } = request;
    const bad = (reason: string, status = 400) => ({ reason, status });
    if (request.method !== "POST") return bad("not a POST", 405);
    if (headers.ttl === undefined || !/^\d+$/.test(headers.ttl as string)) return bad("no TTL");
    if (body.length > 4096) return bad("too large", 413);
    if (body.length > 0 && headers["content-encoding"] !== "aes128gcm") return bad("not aes128gcm");
    if (headers.topic && !/^[A-Za-z0-9_-]{1,32}$/.test(headers.topic as string)) return bad("topic");
    const reason = vapidFault(headers.authorization ?? "", device.vapidKey, `https://${host}`, at);
    return reason ? bad(reason, 403) : undefined;
  }

  return {
    host,
    certificate: pem,
    received,
    /** Why messages were refused; a test that sends well asserts that it stays empty. */
    faults,
    connections,
    /** Answers of the next requests, in order; afterwards every request gets `always`. */
    reply: (...next: Reply[]) => void replies.push(...next),
    always: (reply: Reply | undefined) => {
      standing = reply;
    },
    /** Breaks off the requests it has left hanging. */
    letGo() {
      for (const socket of hanging) socket.destroy();
      hanging.clear();
    },
    /** A device that subscribed with a VAPID key; the service holds its keys and reads what it is sent. */
    device(vapidKey: string): Device {
      const id = randomBytes(12).toString("base64url");
      const privateKey = createECDH("prime256v1");
      const p256dh = privateKey.generateKeys("base64url");
      const authSecret = randomBytes(16);
      known.set(id, { keys: { privateKey, authSecret }, vapidKey });
      const endpoint = `https://${host}/push/${id}`;
      return { id, subscription: { endpoint, keys: { p256dh, auth: authSecret.toString("base64url") } } };
    },
    /** Registers a channel a browser asked for; answers its endpoint. */
    register(id: string, vapidKey: string, deliver: (received: Received) => void): string {
      known.set(id, { vapidKey, deliver });
      return `https://${host}/push/${id}`;
    },
    /** From now on the endpoint answers 410. */
    forget: (id: string) => void known.delete(id),
    close() {
      server.closeAllConnections();
      return new Promise<void>((done) => server.close(() => done()));
    },
  };
}
export type PushService = Awaited<ReturnType<typeof startPushService>>;

/** What is wrong with an `Authorization` (RFC 8292), or undefined. */
function vapidFault(header: string, vapidKey: string, audience: string, at: number): string | undefined {
  const match = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(header);
  if (!match) return "no VAPID";
  const [, head, claims, signature, key] = match as unknown as [string, string, string, string, string];
  if (key !== vapidKey) return "another VAPID key than it was subscribed with";
  const point = Buffer.from(key, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString("base64url"));
  const publicKey = createPublicKey({ key: { kty: "EC", crv: "P-256", x: x!, y: y! }, format: "jwk" });
  const sound = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  if (!sound) return "bad VAPID signature";
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, "base64url").toString());
  if (aud !== audience) return `VAPID audience ${aud}`;
  const life = exp - at / 1000;
  if (!(life > 0 && life <= 86_400)) return `VAPID expires in ${life} s`;
  return /^(mailto:|https:)/.test(sub) ? undefined : "VAPID subject";
}
