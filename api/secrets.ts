import { createECDH, randomBytes } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A secret that others could have read. The message says what to do. */
export class SecretExposed extends Error {}

/** The folder of the server's own secrets, readable by its user alone. */
export function secretsFolder(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const folder = join(dataDir, "secrets");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  return folder;
}

/** The key pair that push services know this server by; made at the first start. */
export function vapidKeys(folder: string): { publicKey: string; privateKey: string } {
  return JSON.parse(
    kept(
      join(folder, "vapid.json"),
      () => {
        const pair = createECDH("prime256v1");
        const publicKey = pair.generateKeys().toString("base64url");
        const privateKey = pair.getPrivateKey().toString("hex").padStart(64, "0");
        return JSON.stringify({
          publicKey,
          privateKey: Buffer.from(privateKey, "hex").toString("base64url"),
        });
      },
      "phones then subscribe again",
    ),
  );
}

/** 32 bytes that what must not lie in the database in clear is encrypted with; made at the first start. */
export function sealingKey(folder: string): Uint8Array {
  const make = () => randomBytes(32).toString("base64url");
  const text = kept(join(folder, "sealing.key"), make, "metric sources then want their addresses again");
  return Buffer.from(text, "base64url");
}

/** Writes a secret for this start only, over an earlier one. */
export function writeSecret(path: string, text: string): void {
  rmSync(path, { force: true });
  writeFileSync(path, text, { mode: 0o600, flag: "wx" });
}

/** The file's text, made on first use. It gets its name by a link, which only one of two processes can win. */
function kept(path: string, make: () => string, afterwards: string): string {
  if (!exists(path)) {
    const draft = `${path}.${randomBytes(6).toString("hex")}`;
    writeFileSync(draft, make(), { mode: 0o600, flag: "wx" });
    try {
      linkSync(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }
  if ((statSync(path).mode & 0o077) !== 0)
    throw new SecretExposed(
      `${path} can be read by others, so the key in it may be known. Run chmod 600 on it if you trust who could read ` +
        `it, or delete it to have a new one made (${afterwards}).`,
    );
  return readFileSync(path, "utf8");
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
