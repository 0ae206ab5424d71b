import { createHash } from "node:crypto";

/** 144 random bits as 24 characters that stand in any link. */
export function mintSecret(bytes: (count: number) => Uint8Array): string {
  return Buffer.from(bytes(18)).toString("base64url");
}

/** All that is stored of a secret. The secret itself is random, so one round of SHA-256 is enough. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
