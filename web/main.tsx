// First, so that the layers are in order before any component brings its styles.
import "./styles/tokens.css";
import "./styles/fonts.css";
import "./styles/base.css";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { warmUp } from "./app/routes.tsx";
import { registerWorker } from "./app/update.ts";

createRoot(document.getElementById("app")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// Neither the worker nor warm code may compete with the first screen.
addEventListener("load", () => {
  const idle = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 500));
  idle(() => {
    warmUp();
    registerWorker().catch((error: unknown) => console.error(error));
    void import("./push/launch.ts").then(({ keepPush }) => keepPush());
  });
});
