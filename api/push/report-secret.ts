import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** Secrets that let a worker without a session report on the one message it was sent. None is stored. */
export interface ReportSecrets {
  of(deliveryId: string): string;
  match(deliveryId: string, secret: string): boolean;
}

/** Derived from the VAPID key, which only the server has; a new key ends what older messages may report. */
export function reportSecrets(vapidPrivateKey: string): ReportSecrets {
  const key = Buffer.from(
    hkdfSync("sha256", Buffer.from(vapidPrivateKey, "base64url"), "", "northing report", 32),
  );
  const of = (deliveryId: string) =>
    createHmac("sha256", key).update(deliveryId).digest().subarray(0, 16).toString("base64url");
  return {
    of,
    match(deliveryId, secret) {
      const [wanted, given] = [Buffer.from(of(deliveryId)), Buffer.from(secret)];
      return wanted.length === given.length && timingSafeEqual(wanted, given);
    },
  };
}
