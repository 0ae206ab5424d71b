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
    const works = [
      () => setIdle(true),
      () => void import("./search-key.ts").then(({ listenForSlash }) => listenForSlash(), offline),
      () => void import("../store/uploads.ts").then(({ keepUploading }) => keepUploading(), offline),
      () => void import("../push/launch.ts").then(({ keepPush }) => keepPush(), offline),
      // Much code: by then whoever came to tap has tapped.
      () => setTimeout(() => void import("./routes.tsx").then(({ warmUp }) => warmUp(), offline), 3000),
    ];
    // One at a time, so that a tap never waits for more than one of them.
    const next = () => {
      works.shift()?.();
      if (works.length > 0) whenIdle();
    };
    const whenIdle = () =>
      globalThis.requestIdleCallback === undefined
        ? setTimeout(next, 200)
        : requestIdleCallback(next, { timeout: 1000 });
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
