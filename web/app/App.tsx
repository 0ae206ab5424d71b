import { Suspense } from "react";
import { Redirect, Route, Switch, useLocation } from "wouter";
import { useSession } from "../store/session.ts";
import { Toasts } from "../ui/Toast.tsx";
import { AfterFirst } from "./AfterFirst.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { LostRoute } from "./LostRoute.tsx";
import { bareRoutes, openRoutes, type RouteEntry, routes } from "./routes.tsx";
import { Shell } from "./Shell.tsx";
import { Splash } from "./Splash.tsx";
import { useScrollToTop } from "./scroll.ts";

/** Everything on screen: who is signed in decides which routes exist. */
export function App() {
  const session = useSession();
  const [path] = useLocation();
  useScrollToTop(path);
  const signedIn = session.state === "signed-in";
  return (
    <>
      <ErrorBoundary path={path}>
        <Suspense fallback={<Splash />}>
          {session.state === "loading" ? (
            <Splash />
          ) : (
            <Switch>
              {openRoutes.map(route)}
              {signedIn ? null : <Redirect to="/sign-in" replace />}
              {bareRoutes.map(route)}
              <Route>
                <Shell>
                  <ErrorBoundary path={path}>
                    <Suspense fallback={<Splash />}>
                      <Switch>
                        {routes.map(route)}
                        <LostRoute />
                      </Switch>
                    </Suspense>
                  </ErrorBoundary>
                </Shell>
              </Route>
            </Switch>
          )}
        </Suspense>
      </ErrorBoundary>
      <AfterFirst />
      <Toasts />
    </>
  );
}

function route({ path, screen: Screen }: RouteEntry) {
  return (
    <Route key={path} path={path}>
      <Screen />
    </Route>
  );
}
