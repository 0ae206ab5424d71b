import { mutate, type Saved } from "../../store/mutate.ts";
import type { Intent } from "./intents.ts";

/** Does mutations one after the other and stops at the first that is refused, which it answers. */
export async function doAll(intents: readonly Intent[]): Promise<Saved | undefined> {
  for (const { name, args } of intents) {
    const outcome = await mutate(name, args);
    if (!outcome.saved) return outcome;
  }
  return undefined;
}
