import type { ComponentType } from "react";
import { lazyScreen } from "./lazy-screen.ts";

export interface RouteEntry {
  path: string | RegExp;
  screen: ComponentType;
}

const stack = () => import("../screens/check-ins/Stack.tsx");

/** Screens of somebody signed in, but for Today. Each loads when it is opened and reads its ids by `useParams`. */
export const routes: readonly RouteEntry[] = [
  { path: "/check-in", screen: lazyScreen(stack, "Stack") },
  {
    path: "/check-in/mine",
    screen: lazyScreen(() => import("../screens/check-ins/MyKeyResults.tsx"), "MyKeyResults"),
  },
  {
    path: "/key-results/:id",
    screen: lazyScreen(() => import("../screens/check-ins/KeyResult.tsx"), "KeyResult"),
  },
  {
    path: "/star/rules",
    screen: lazyScreen(() => import("../screens/star/DecisionRules.tsx"), "DecisionRules"),
  },
  {
    path: "/star/recall",
    screen: lazyScreen(() => import("../screens/recall/RecallPage.tsx"), "RecallPage"),
  },
  { path: "/star", screen: lazyScreen(() => import("../screens/star/Star.tsx"), "Star") },
  {
    path: "/star/workshop/*?",
    screen: lazyScreen(() => import("../screens/workshop/Workshop.tsx"), "Workshop"),
  },
  {
    // One screen, so that going from one way to see it to the next keeps what was read.
    path: /^\/star\/(?:map|audit|line(?:\/(?<id>[^/]+))?)$/,
    screen: lazyScreen(() => import("../screens/map/Seeing.tsx"), "Seeing"),
  },
  { path: "/signals", screen: lazyScreen(() => import("../screens/signals/Signals.tsx"), "Signals") },
  { path: "/signals/:id", screen: lazyScreen(() => import("../screens/signals/Signal.tsx"), "Signal") },
  { path: "/metrics/new", screen: lazyScreen(() => import("../screens/metrics/MetricNew.tsx"), "MetricNew") },
  { path: "/metrics/library", screen: lazyScreen(() => import("../screens/metrics/Library.tsx"), "Library") },
  { path: "/metrics/:id", screen: lazyScreen(() => import("../screens/metrics/Metric.tsx"), "Metric") },
  {
    path: "/metrics/:id/edit",
    screen: lazyScreen(() => import("../screens/metrics/MetricEdit.tsx"), "MetricEdit"),
  },
  {
    path: "/metrics/:id/record",
    screen: lazyScreen(() => import("../screens/metrics/ReadingRecord.tsx"), "ReadingRecord"),
  },
  { path: "/cycle", screen: lazyScreen(() => import("../screens/cycle/Cycle.tsx"), "Cycle") },
  { path: "/cycle/past", screen: lazyScreen(() => import("../screens/archive/Past.tsx"), "Past") },
  {
    path: "/cycle/past/:id",
    screen: lazyScreen(() => import("../screens/archive/PastCycle.tsx"), "PastCycle"),
  },
  { path: "/search", screen: lazyScreen(() => import("../screens/search/Search.tsx"), "Search") },
  { path: "/cycle/new", screen: lazyScreen(() => import("../screens/cycle/CycleNew.tsx"), "CycleNew") },
  {
    path: "/cycle/plan",
    screen: lazyScreen(() => import("../screens/cycle/planning/Planning.tsx"), "Planning"),
  },
  {
    path: "/cycle/:id/edit",
    screen: lazyScreen(() => import("../screens/cycle/CycleEdit.tsx"), "CycleEdit"),
  },
  {
    path: "/cycle/objectives/new",
    screen: lazyScreen(() => import("../screens/cycle/ObjectiveNew.tsx"), "ObjectiveNew"),
  },
  {
    path: "/cycle/objectives/:id",
    screen: lazyScreen(() => import("../screens/cycle/Objective.tsx"), "Objective"),
  },
  {
    path: "/cycle/key-results/new",
    screen: lazyScreen(() => import("../screens/cycle/KeyResultNew.tsx"), "KeyResultNew"),
  },
  {
    path: "/cycle/key-results/:id/edit",
    screen: lazyScreen(() => import("../screens/cycle/KeyResultEdit.tsx"), "KeyResultEdit"),
  },
  { path: "/focus/:id", screen: lazyScreen(() => import("../screens/today/FocusPage.tsx"), "FocusPage") },
  { path: "/rhythm", screen: lazyScreen(() => import("../screens/rhythm/Rhythm.tsx"), "Rhythm") },
  {
    path: "/rhythm/yearly",
    screen: lazyScreen(() => import("../screens/rhythm/yearly/Revalidation.tsx"), "Revalidation"),
  },
  {
    path: /^\/rhythm\/(?<beat>weekly|monthly|quarterly|yearly)(?:\/(?<of>[^/]+))?\/?$/,
    screen: lazyScreen(() => import("../screens/rhythm/ReviewPage.tsx"), "ReviewPage"),
  },
  {
    path: "/rhythm/digest/:squadId/:on",
    screen: lazyScreen(() => import("../screens/rhythm/DigestPage.tsx"), "DigestPage"),
  },
  { path: "/rhythm/report", screen: lazyScreen(() => import("../screens/report/Report.tsx"), "Report") },
  { path: "/bets", screen: lazyScreen(() => import("../screens/bets/Bets.tsx"), "Bets") },
  { path: "/bets/new", screen: lazyScreen(() => import("../screens/bets/BetNew.tsx"), "BetNew") },
  { path: "/bets/:id", screen: lazyScreen(() => import("../screens/bets/Bet.tsx"), "Bet") },
  { path: "/bets/:id/edit", screen: lazyScreen(() => import("../screens/bets/BetEdit.tsx"), "BetEdit") },
  { path: "/me", screen: lazyScreen(() => import("../screens/me/Me.tsx"), "Me") },
  { path: "/me/settings", screen: lazyScreen(() => import("../screens/me/MySettings.tsx"), "MySettings") },
  { path: "/me/sync", screen: lazyScreen(() => import("../screens/sync/Sync.tsx"), "Sync") },
  {
    path: "/me/notifications",
    screen: lazyScreen(() => import("../screens/notifications/Notifications.tsx"), "Notifications"),
  },
  {
    path: "/me/notifications/times",
    screen: lazyScreen(() => import("../screens/notifications/Times.tsx"), "Times"),
  },
  {
    path: "/me/notifications/kinds",
    screen: lazyScreen(() => import("../screens/notifications/Kinds.tsx"), "Kinds"),
  },
  {
    path: "/me/notifications/lock-screen",
    screen: lazyScreen(() => import("../screens/notifications/LockScreen.tsx"), "LockScreen"),
  },
  {
    path: "/me/notifications/sent",
    screen: lazyScreen(() => import("../screens/notifications/Sent.tsx"), "Sent"),
  },
  { path: "/me/install", screen: lazyScreen(() => import("../screens/me/Install.tsx"), "Install") },
  { path: "/me/devices", screen: lazyScreen(() => import("../screens/me/Devices.tsx"), "Devices") },
  { path: "/me/people", screen: lazyScreen(() => import("../screens/people/People.tsx"), "People") },
  { path: "/me/squads", screen: lazyScreen(() => import("../screens/people/Squads.tsx"), "Squads") },
  {
    path: "/me/connectors",
    screen: lazyScreen(() => import("../screens/connectors/Connectors.tsx"), "Connectors"),
  },
  {
    path: "/me/connectors/new",
    screen: lazyScreen(() => import("../screens/connectors/ConnectorNew.tsx"), "ConnectorNew"),
  },
  {
    path: "/me/connectors/:id",
    screen: lazyScreen(() => import("../screens/connectors/Connector.tsx"), "Connector"),
  },
  { path: "/me/webhooks", screen: lazyScreen(() => import("../screens/channels/Webhooks.tsx"), "Webhooks") },
  {
    path: "/me/webhooks/new",
    screen: lazyScreen(() => import("../screens/channels/WebhookNew.tsx"), "WebhookNew"),
  },
  {
    path: "/me/webhooks/:id",
    screen: lazyScreen(() => import("../screens/channels/Webhook.tsx"), "Webhook"),
  },
  {
    path: "/me/calendar",
    screen: lazyScreen(() => import("../screens/channels/CalendarFeed.tsx"), "CalendarFeed"),
  },
  { path: "/me/email", screen: lazyScreen(() => import("../screens/channels/Email.tsx"), "Email") },
  { path: "/me/tokens", screen: lazyScreen(() => import("../screens/tokens/Tokens.tsx"), "Tokens") },
  { path: "/me/workspace", screen: lazyScreen(() => import("../screens/me/Workspace.tsx"), "Workspace") },
  { path: "/me/export", screen: lazyScreen(() => import("../screens/me/Export.tsx"), "Export") },
  { path: "/me/imports", screen: lazyScreen(() => import("../screens/imports/Imports.tsx"), "Imports") },
  { path: "/me/imports/:id", screen: lazyScreen(() => import("../screens/imports/Import.tsx"), "Import") },
];

/** Signed in, but without tabs: one thing at a time. */
export const bareRoutes: readonly RouteEntry[] = [
  { path: "/tv", screen: lazyScreen(() => import("../screens/report/Tv.tsx"), "Tv") },
  { path: "/welcome", screen: lazyScreen(() => import("../screens/welcome/Welcome.tsx"), "Welcome") },
];

/** Open to anybody. */
export const openRoutes: readonly RouteEntry[] = [
  { path: "/join", screen: lazyScreen(() => import("../screens/join/Join.tsx"), "Join") },
  { path: "/sceptic", screen: lazyScreen(() => import("../screens/sceptic/Sceptic.tsx"), "Sceptic") },
  { path: "/sign-in", screen: lazyScreen(() => import("../screens/join/SignIn.tsx"), "SignIn") },
];

/** Fetches the check-in's code ahead of the tap that needs it. */
export const warmUp = () => void stack().catch(() => {});
