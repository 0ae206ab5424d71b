import { useState } from "react";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";

/**
 * An iPhone app on the Home Screen keeps its own sign-in, and only it gets reminders. A link works once, so the choice
 * where to use it comes before it is used.
 */
export function HomeScreenHint({ token }: { token: string }) {
  const [outcome, setOutcome] = useState<"copied" | "blocked">();
  const link = `${location.origin}/join#${token}`;
  if (!onIphoneInBrowser()) return null;
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setOutcome("copied"),
      () => setOutcome("blocked"),
    );
  return (
    <Banner
      tone="quiet"
      icon="device"
      title="On an iPhone, the app signs in by itself"
      body="For reminders: copy this link, then Share, Add to Home Screen, open Northing there and paste it."
      action={
        outcome === "blocked" ? (
          <p>{link}</p>
        ) : (
          <Button onClick={() => void copy()}>{outcome === "copied" ? "Copied" : "Copy the link"}</Button>
        )
      }
    />
  );
}

function onIphoneInBrowser(): boolean {
  return /iPhone|iPad/.test(navigator.userAgent) && !matchMedia("(display-mode: standalone)").matches;
}
