import { Suspense, useEffect, useState } from "react";
import { start as boot } from "../store/boot.ts";
import { lazyPart } from "../ui/lazy-part.ts";

const UpdatePrompt = lazyPart(() => import("./UpdatePrompt.tsx"), "UpdatePrompt");

/** Not fetched and not cached yet: the next start tries again. */
const offline = () => {};

/** What may not compete with the first screen: the service worker, its update prompt, the push
 * subscription, the search key, files on their way, and the check-in's code. */
export function AfterFirst() {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const start = () => {
      setIdle(true);
      void import("./routes.tsx").then(({ warmUp }) => warmUp(), offline);
      void import("./search-key.ts").then(({ listenForSlash }) => listenForSlash(), offline);
      void import("../store/uploads.ts").then(({ keepUploading }) => keepUploading(), offline);
      void import("../push/launch.ts").then(({ keepPush }) => keepPush(), offline);
    };
    const whenIdle = () =>
      globalThis.requestIdleCallback === undefined ? setTimeout(start, 500) : requestIdleCallback(start);
    void boot().then(() => {
      if (document.readyState === "complete") whenIdle();
      else addEventListener("load", whenIdle, { once: true });
    });
  }, []);
  return idle ? (
    <Suspense>
      <UpdatePrompt />
    </Suspense>
  ) : null;
}
