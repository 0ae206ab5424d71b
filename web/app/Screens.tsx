import { Route, Switch } from "wouter";
import { LostRoute } from "./LostRoute.tsx";
import { bareRoutes, openRoutes, routes } from "./routes.tsx";

const tables = { open: openRoutes, bare: bareRoutes, framed: routes };

/** The screen the address names, of one of the three tables. Loaded apart, so that Today does not carry the table. */
export function Screens({ of }: { of: keyof typeof tables }) {
  return (
    <Switch>
      {tables[of].map(({ path, screen: Screen }) => (
        <Route key={String(path)} path={path}>
          <Screen />
        </Route>
      ))}
      <LostRoute />
    </Switch>
  );
}
