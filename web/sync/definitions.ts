import { definitionOf } from "../../shared/sync/catalog.ts";
import type { Definition } from "../../shared/sync/mutation.ts";

const learnt = new Map<string, Definition | undefined>();

/** Loads the definitions of these mutations. A transaction may not wait for a module, so this goes before it. */
export async function learn(names: Iterable<string>): Promise<void> {
  for (const name of new Set(names)) if (!learnt.has(name)) learnt.set(name, await definitionOf(name));
}

/** Thrown where a definition is needed inside a transaction and not there yet; whoever catches it learns and repeats. */
export class Unlearnt extends Error {
  readonly names: readonly string[];
  constructor(names: readonly string[]) {
    super("definitions to be loaded first");
    this.names = names;
  }
}

/** Throws Unlearnt unless the definitions of all these mutations are here. */
export function mustKnow(names: readonly string[]): void {
  const missing = names.filter((name) => !learnt.has(name));
  if (missing.length > 0) throw new Unlearnt(missing);
}

/** Undefined for a name nobody knows, and for one that was not learnt. */
export const definition = (name: string) => learnt.get(name);
