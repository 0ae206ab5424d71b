import { type Batcher, createBatcher } from "./batch.ts";
import type { Identity, World } from "./world.ts";

/** One database of one person, and what there is around it. */
export interface Phone {
  world: World;
  who: Identity;
  batcher: Batcher;
}

export function createPhone(world: World, who: Identity): Phone {
  return { world, who, batcher: createBatcher(world.monotonic, world.random) };
}
