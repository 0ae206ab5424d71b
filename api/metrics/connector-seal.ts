import * as z from "zod/mini";
import { createSealFor, type Seal as SealOf } from "../seal.ts";

/** What of a connector nobody gets to see again. */
const secrets = z.strictObject({
  url: z.string(),
  headers: z.array(z.strictObject({ name: z.string(), value: z.string() })),
});
export type Secrets = z.output<typeof secrets>;
export type Seal = SealOf<Secrets>;

/** Encrypts with a key of 32 bytes. */
export function createSeal(key: Uint8Array, bytes: (count: number) => Uint8Array): Seal {
  return createSealFor("connector", (value) => secrets.parse(value), { key, bytes });
}
