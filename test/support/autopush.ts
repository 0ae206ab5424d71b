import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import type { PushService, Received } from "./push-service.ts";

/** The half of a push service a browser speaks to (the autopush protocol): messages posted to the other half reach it. */
export interface Autopush {
  /** For the pref `dom.push.serverURL`. */
  url: string;
  /** What browsers answered: 100 a message was handed to the worker, 302 its handler failed. */
  answers: { kind: "ack" | "nack"; code: number }[];
  /** Channels that are subscribed right now. */
  channels(): number;
  /** Forgets every browser and hangs up: subscriptions vanish and workers hear of the change. */
  forgetEverybody(): void;
  close(): Promise<void>;
}

interface Browser {
  socket: WebSocket | undefined;
  channels: Map<string, string>;
  waiting: object[];
}

export async function startAutopush(service: PushService): Promise<Autopush> {
  const browsers = new Map<string, Browser>();
  const answers: Autopush["answers"] = [];
  const http = createServer();
  const sockets = new WebSocketServer({ server: http, handleProtocols: () => "push-notification" });
  await new Promise<void>((done) => http.listen(0, "127.0.0.1", done));

  sockets.on("connection", (socket) => {
    let uaid = "";
    const say = (message: object) => socket.send(JSON.stringify(message));
    socket.on("message", (raw) => {
      const message = JSON.parse(String(raw)) as Record<string, unknown>;
      const { messageType, channelID } = message as { messageType?: string; channelID?: string };
      const browser = browsers.get(uaid);
      switch (messageType) {
        case "hello": {
          uaid = known(message.uaid) ?? randomBytes(16).toString("hex");
          const mine = browsers.get(uaid) ?? { socket: undefined, channels: new Map(), waiting: [] };
          browsers.set(uaid, { ...mine, socket, waiting: [] });
          say({ messageType, status: 200, uaid, use_webpush: true, broadcasts: {} });
          for (const queued of mine.waiting) say(queued);
          return;
        }
        case "register": {
          const vapidKey = String(message.key).replaceAll("=", "");
          const endpointId = randomBytes(12).toString("base64url");
          const pushEndpoint = service.register(endpointId, vapidKey, (received) =>
            deliver(uaid, channelID!, received),
          );
          browser?.channels.set(channelID!, endpointId);
          return say({ messageType, status: 200, channelID, pushEndpoint });
        }
        case "unregister":
          service.forget(browser?.channels.get(channelID!) ?? "");
          browser?.channels.delete(channelID!);
          return say({ messageType, status: 200, channelID });
        case "ack":
          for (const { code } of message.updates as { code: number }[]) answers.push({ kind: "ack", code });
          return;
        case "nack":
          answers.push({ kind: "nack", code: Number(message.code) });
          return;
        case undefined:
          return say({});
      }
    });
  });

  function known(uaid: unknown): string | undefined {
    return typeof uaid === "string" && browsers.has(uaid) ? uaid : undefined;
  }

  function deliver(uaid: string, channelID: string, { body, ttl }: Received): void {
    const browser = browsers.get(uaid);
    if (browser === undefined) return;
    const message = {
      ...{ messageType: "notification", channelID, version: randomBytes(8).toString("hex"), ttl },
      ...{ data: body.toString("base64url"), headers: { encoding: "aes128gcm" } },
    };
    if (browser.socket?.readyState === 1) browser.socket.send(JSON.stringify(message));
    else browser.waiting.push(message);
  }

  return {
    url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}/`,
    answers,
    channels: () => [...browsers.values()].reduce((sum, one) => sum + one.channels.size, 0),
    forgetEverybody() {
      for (const { socket, channels } of browsers.values()) {
        for (const id of channels.values()) service.forget(id);
        socket?.terminate();
      }
      browsers.clear();
    },
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      http.closeAllConnections();
      await new Promise<void>((done) => http.close(() => done()));
    },
  };
}
