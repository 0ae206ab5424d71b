import { chmodSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parseEnv } from "../../api/env.ts";
import { SecretExposed, secretsFolder, vapidKeys } from "../../api/secrets.ts";
import { temporaryFolder } from "../support/database.ts";
import { dump } from "../support/dump.ts";
import { startWorld } from "../support/world.ts";

function withoutMask(): void {
  const before = process.umask(0);
  onTestFinished(() => {
    process.umask(before);
  });
}

test("secrets are readable by nobody else, whatever the umask", () => {
  withoutMask();
  const dataDir = join(temporaryFolder(), "data");
  const folder = secretsFolder(dataDir);
  vapidKeys(folder);
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, "vapid.json")).mode & 0o777).toBe(0o600);
});

test("the key pair is made once, is one the environment would take too, and stays", () => {
  const folder = secretsFolder(temporaryFolder());
  const keys = vapidKeys(folder);
  expect(vapidKeys(folder)).toEqual(keys);
  const env = parseEnv({ VAPID_PUBLIC_KEY: keys.publicKey, VAPID_PRIVATE_KEY: keys.privateKey });
  expect(env.vapid).toEqual(keys);
});

test("a secret others can read stops the start and says what to do", () => {
  const folder = secretsFolder(temporaryFolder());
  vapidKeys(folder);
  chmodSync(join(folder, "vapid.json"), 0o644);
  expect(() => vapidKeys(folder)).toThrow(SecretExposed);
  expect(() => vapidKeys(folder)).toThrow(/chmod 600/);
});

test("a folder somebody made too open is closed", () => {
  const dataDir = temporaryFolder();
  mkdirSync(join(dataDir, "secrets"), { mode: 0o755 });
  expect(statSync(secretsFolder(dataDir)).mode & 0o777).toBe(0o700);
});

test("no secret reaches the database, the log, a backup or an answer", async () => {
  const { northing, env, logged, ada } = await startWorld();
  const { privateKey } = JSON.parse(readFileSync(join(env.DATA_DIR, "secrets", "vapid.json"), "utf8"));
  const backup = join(temporaryFolder(), "backup.db");
  await northing.database.backup(backup);
  expect(existsSync(backup)).toBe(true);
  const answers = await Promise.all(["/api/push-key", "/api/me"].map((path) => ada.at.get(path)));
  const places = [
    JSON.stringify(await dump(northing.database)),
    logged.join(""),
    readFileSync(backup, "latin1"),
    ...answers.map((one) => one.text),
  ];
  for (const place of places) expect(place).not.toContain(privateKey);
});
