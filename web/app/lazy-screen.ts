import { type ComponentType, lazy } from "react";

/** A screen whose code never arrived: offline before it was cached, or an old page after an update. */
export class ScreenMissing extends Error {
  constructor(cause: unknown) {
    super("screen code missing", { cause });
  }
}

/** A screen that loads when it is opened; `name` is its export. */
export function lazyScreen<M, N extends keyof M & string>(load: () => Promise<M>, name: N) {
  return lazy(loadScreen(load as () => Promise<Record<N, ComponentType>>, name));
}

/** What `lazy` asks for, of a named export; failing is a ScreenMissing. */
export function loadScreen<N extends string, P>(load: () => Promise<Record<N, ComponentType<P>>>, name: N) {
  return async () => {
    const module = await load().catch((error: unknown) => {
      throw new ScreenMissing(error);
    });
    return { default: module[name] };
  };
}
