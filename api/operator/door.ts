import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { secretsFolder, writeSecret } from "../secrets.ts";

/** Where a running server listens for its operator: loopback only, and only with the token of this start. */
export interface Door {
  port: number;
  token: string;
}

const pathIn = (dataDir: string) => join(secretsFolder(dataDir), "operator.json");

export function announceDoor(dataDir: string, door: Door): void {
  writeSecret(pathIn(dataDir), JSON.stringify(door));
}

export function withdrawDoor(dataDir: string): void {
  rmSync(pathIn(dataDir), { force: true });
}

/** The door of the server that runs on this data, if one has said so. A killed one leaves its word behind. */
export function findDoor(dataDir: string): Door | undefined {
  try {
    return JSON.parse(readFileSync(pathIn(dataDir), "utf8")) as Door;
  } catch {
    return undefined;
  }
}
