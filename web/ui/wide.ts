import { useSyncExternalStore } from "react";

const query = "(min-width: 1024px)";

/** True where there is room for two columns: list left, detail right. */
export function useWide(): boolean {
  return useSyncExternalStore(listen, () => window.matchMedia(query).matches);
}

function listen(listener: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener("change", listener);
  return () => media.removeEventListener("change", listener);
}
