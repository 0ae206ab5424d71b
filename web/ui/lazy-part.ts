import { type ComponentType, lazy } from "react";

const nothing = () => null;

/**
 * A part of a page that loads when it is drawn; `name` is its export. Where its code never arrives (no network before it
 * was cached, a page that is being left) the page stands without it, and its next start asks again.
 */
export function lazyPart<N extends string, P>(load: () => Promise<Record<N, ComponentType<P>>>, name: N) {
  return lazy<ComponentType<P>>(() =>
    load().then(
      (module) => ({ default: module[name] }),
      () => ({ default: nothing }),
    ),
  );
}
