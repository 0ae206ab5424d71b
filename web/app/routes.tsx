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
  { path: "/me", screen: lazyScreen(() => import("../screens/me/Me.tsx"), "Me") },
  { path: "/me/sync", screen: lazyScreen(() => import("../screens/me/Sync.tsx"), "Sync") },
  { path: "/me/settings", screen: lazyScreen(() => import("../screens/me/MySettings.tsx"), "MySettings") },
  { path: "/me/devices", screen: lazyScreen(() => import("../screens/me/Devices.tsx"), "Devices") },
  { path: "/me/workspace", screen: lazyScreen(() => import("../screens/me/Workspace.tsx"), "Workspace") },
  { path: "/me/people", screen: lazyScreen(() => import("../screens/people/People.tsx"), "People") },
  { path: "/me/squads", screen: lazyScreen(() => import("../screens/people/Squads.tsx"), "Squads") },
];

/** Screens without tabs, open to anybody. */
export const openRoutes: readonly RouteEntry[] = [
  { path: "/join", screen: lazyScreen(() => import("../screens/join/Join.tsx"), "Join") },
  { path: "/sign-in", screen: lazyScreen(() => import("../screens/join/SignIn.tsx"), "SignIn") },
  { path: "/welcome", screen: lazyScreen(() => import("../screens/welcome/Welcome.tsx"), "Welcome") },
];
