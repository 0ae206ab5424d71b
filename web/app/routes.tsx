import type { ComponentType } from "react";
import { Today } from "../screens/today/Today.tsx";
import { lazyScreen } from "./lazy-screen.ts";

export interface RouteEntry {
  path: string;
  screen: ComponentType;
}

/** Screens of somebody signed in. All but Today load when they are opened; a screen reads its ids by `useParams`. */
export const routes: readonly RouteEntry[] = [
  { path: "/", screen: Today },
  { path: "/check-in", screen: lazyScreen(() => import("../screens/check-ins/Stack.tsx"), "Stack") },
  {
    path: "/check-in/mine",
    screen: lazyScreen(() => import("../screens/check-ins/MyKeyResults.tsx"), "MyKeyResults"),
  },
  {
    path: "/key-results/:id",
    screen: lazyScreen(() => import("../screens/check-ins/KeyResult.tsx"), "KeyResult"),
  },
];

/** Screens without tabs, open to anybody. */
export const openRoutes: readonly RouteEntry[] = [];
