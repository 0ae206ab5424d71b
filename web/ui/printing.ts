import { useSyncExternalStore } from "react";

const media = () => window.matchMedia("print");

/** True while the page is laid out for paper, so that a drawing can be made for it. */
export function usePrinting(): boolean {
  return useSyncExternalStore(listen, () => media().matches || begun);
}

let begun = false;

/** Not every browser changes the medium before it lays out, and not every one says when it begins. */
function listen(listener: () => void): () => void {
  const query = media();
  const begin = () => {
    begun = true;
    listener();
  };
  const end = () => {
    begun = false;
    listener();
  };
  query.addEventListener("change", listener);
  window.addEventListener("beforeprint", begin);
  window.addEventListener("afterprint", end);
  return () => {
    query.removeEventListener("change", listener);
    window.removeEventListener("beforeprint", begin);
    window.removeEventListener("afterprint", end);
  };
}
