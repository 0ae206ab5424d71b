import { createCipheriv, createDecipheriv } from "node:crypto";

/** Keeps secrets in the database so that only this server's key opens them. */
export interface Seal<Secret> {
  /** AES-256-GCM; bound to the id, so that it opens nowhere else. */
  close(id: string, secret: Secret): string;
  /** Undefined when it was closed with another key, for another id, or tampered with. */
  open(id: string, sealed: string): Secret | undefined;
}

const version = "v1";
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encrypts with a key of 32 bytes. What is sealed as one thing (`what`) does not open as another; `read` turns what was
 * sealed back into a secret and throws when it is none.
 */
export function createSealFor<Secret>(
  what: string,
  read: (value: unknown) => Secret,
  { key, bytes }: { key: Uint8Array; bytes: (count: number) => Uint8Array },
): Seal<Secret> {
  const bound = (id: string) => Buffer.from(`${what} ${id}`);
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
        return read(JSON.parse(text.toString("utf8")));
      } catch {
        return undefined;
      }
    },
  };
}
