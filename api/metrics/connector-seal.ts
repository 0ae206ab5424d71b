import { createCipheriv, createDecipheriv } from "node:crypto";
import * as z from "zod/mini";

/** What of a connector nobody gets to see again. */
const secrets = z.strictObject({
  url: z.string(),
  headers: z.array(z.strictObject({ name: z.string(), value: z.string() })),
});
export type Secrets = z.output<typeof secrets>;

export interface Seal {
  /** AES-256-GCM; bound to the id, so that it opens nowhere else. */
  close(id: string, secret: Secrets): string;
  /** Undefined when it was closed with another key, for another id, or tampered with. */
  open(id: string, sealed: string): Secrets | undefined;
}

const version = "v1";
const nonceBytes = 12;
const tagBytes = 16;

/** Encrypts with a key of 32 bytes. */
export function createSeal(key: Uint8Array, bytes: (count: number) => Uint8Array): Seal {
  return {
    close(id, secret) {
      const nonce = bytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(bound(id));
      const text = Buffer.concat([cipher.update(JSON.stringify(secret), "utf8"), cipher.final()]);
      return `${version}.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url")}`;
    },
    open(id, sealed) {
      const [with_, body = ""] = sealed.split(".");
      const all = Buffer.from(body, "base64url");
      if (with_ !== version || all.length < nonceBytes + tagBytes) return undefined;
      try {
        const cipher = createDecipheriv("aes-256-gcm", key, all.subarray(0, nonceBytes), {
          authTagLength: tagBytes,
        });
        cipher.setAAD(bound(id)).setAuthTag(all.subarray(nonceBytes, nonceBytes + tagBytes));
        const text = Buffer.concat([cipher.update(all.subarray(nonceBytes + tagBytes)), cipher.final()]);
        return secrets.parse(JSON.parse(text.toString("utf8")));
      } catch {
        return undefined;
      }
    },
  };
}

function bound(id: string): Buffer {
  return Buffer.from(`connector ${id}`);
}
