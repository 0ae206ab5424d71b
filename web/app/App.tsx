import { lazy, type ReactNode, Suspense } from "react";
import { Redirect, useLocation } from "wouter";
import { Today } from "../screens/today/Today.tsx";
import { useSession } from "../store/session.ts";
import { Toasts } from "../ui/Toast.tsx";
import { AfterFirst } from "./AfterFirst.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { loadScreen } from "./lazy-screen.ts";
import { Shell } from "./Shell.tsx";
import { Splash } from "./Splash.tsx";
import { useScrollToTop } from "./scroll.ts";

const Screens = lazy(loadScreen(() => import("./Screens.tsx"), "Screens"));
const open = /^\/(join|sign-in)$/;
const bare = /^\/(welcome|tv)$/;
/** Read by somebody who has no part in Northing: nobody is signed in for it, and nothing is kept on their device. */
const outside = /^\/sceptic$/;

/** Everything on screen: who is signed in decides which addresses exist. */
export function App() {
  const [path] = useLocation();
  useScrollToTop(path);
  if (outside.test(path))
    return (
      <Held path={path}>
        <Screens of="open" />
      </Held>
    );
  return (
    <>
      <Held path={path}>
        <Gate path={path} />
      </Held>
      <AfterFirst />
      <Toasts />
    </>
  );
}

function Gate({ path }: { path: string }) {
  const { state } = useSession();
  if (state === "loading") return <Splash />;
  if (open.test(path)) return <Screens of="open" />;
  if (state === "signed-out") return <Redirect to="/sign-in" replace />;
  if (bare.test(path)) return <Screens of="bare" />;
  return (
    <Shell>
      <Held path={path}>{path === "/" ? <Today /> : <Screens of="framed" />}</Held>
    </Shell>
  );
}

/** What breaks or is still loading inside stays inside. */
function Held({ path, children }: { path: string; children: ReactNode }) {
  return (
    <ErrorBoundary path={path}>
      <Suspense fallback={<Splash />}>{children}</Suspense>
    </ErrorBoundary>
  );
}
