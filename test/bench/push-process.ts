import { createECDH, type ECDH, randomBytes } from "node:crypto";
import ece from "http_ece";
import type { Subscription } from "../../shared/push/subscription.ts";
import { startPushService } from "../support/push-service.ts";

export interface Devices {
  host: string;
  subscriptions: Subscription[];
}

/** What came since the last report. */
export interface Report {
  /** When each message came, in milliseconds since 1970. */
  times: number[];
  /** Devices that got a message, and how many messages there were with an id of their own. */
  devices: number;
  messages: number;
  /** Why messages were refused or could not be read. */
  faults: string[];
}

interface Taken {
  device: string;
  at: number;
  body: Buffer;
}

/** Told `{devices, vapidKey}` it makes devices; told `{report}` it opens every message and says what came. */
export async function serve(): Promise<void> {
  const service = await startPushService();
  const keys = new Map<string, { privateKey: ECDH; authSecret: Buffer }>();
  let taken: Taken[] = [];

  function devices(count: number, vapidKey: string): Devices {
    const subscriptions = Array.from({ length: count }, () => {
      const id = randomBytes(12).toString("base64url");
      const privateKey = createECDH("prime256v1");
      const p256dh = privateKey.generateKeys("base64url");
      const authSecret = randomBytes(16);
      keys.set(id, { privateKey, authSecret });
      // Opened only for the report: while messages come, this process is to be no slower than a real service.
      const deliver = ({ body }: { body: Buffer }) => void taken.push({ device: id, at: Date.now(), body });
      const endpoint = service.register(id, vapidKey, deliver);
      return { endpoint, keys: { p256dh, auth: authSecret.toString("base64url") } };
    });
    return { host: service.host, subscriptions };
  }

  function report(): Report {
    const ids = new Set<string>();
    const faults = [...service.faults];
    for (const { device, body } of taken)
      try {
        const text = ece.decrypt(body, { version: "aes128gcm", ...keys.get(device)! }).toString("utf8");
        ids.add(JSON.parse(text).notification.data.id);
      } catch (error) {
        faults.push(String(error));
      }
    const found = {
      times: taken.map((one) => one.at),
      devices: new Set(taken.map((one) => one.device)).size,
    };
    taken = [];
    service.received.length = 0;
    service.faults.length = 0;
    return { ...found, messages: ids.size, faults };
  }

  process.on("message", (asked: { devices: number; vapidKey: string } | "count" | "report" | "stop") => {
    if (asked === "stop") process.exit(0);
    else if (asked === "count") process.send!(taken.length);
    else process.send!(asked === "report" ? report() : devices(asked.devices, asked.vapidKey));
  });
  // Whoever asked is gone.
  process.on("disconnect", () => process.exit(0));
  process.send!("ready");
}
