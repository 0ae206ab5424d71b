import { useState } from "react";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { homeScreenSteps, type InstallStep, InstallSteps, openInBrowser } from "../../ui/InstallSteps.tsx";
import { useInstall } from "../../ui/install.ts";

/**
 * An iPhone app on the Home Screen keeps its own sign-in, and only it gets reminders; another app's browser forgets
 * whom it let in. A link works once, so the choice where to use it comes before it is used.
 */
export function HomeScreenHint({ token }: { token: string }) {
  const [outcome, setOutcome] = useState<"copied" | "blocked">();
  const [open, setOpen] = useState(false);
  const state = useInstall();
  if (state !== "by-hand" && state !== "elsewhere") return null;
  const link = `${location.origin}/join#${token}`;
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setOutcome("copied"),
      () => setOutcome("blocked"),
    );
  return (
    <>
      <Banner
        tone={state === "elsewhere" ? "warn" : "quiet"}
        icon="device"
        {...words[state]}
        action={
          <>
            {outcome === "blocked" ? (
              <p>{link}</p>
            ) : (
              <Button onClick={() => void copy()}>{outcome === "copied" ? "Copied" : "Copy the link"}</Button>
            )}
            <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? "Hide how" : "Show me how"}
            </Button>
          </>
        }
      />
      {open ? (
        <Card>
          <InstallSteps steps={state === "elsewhere" ? [openInBrowser] : [...homeScreenSteps, pasteIt]} />
        </Card>
      ) : null}
    </>
  );
}

const words = {
  "by-hand": {
    title: "On an iPhone, the app signs in by itself",
    body: "For reminders: copy this link, then Share, Add to Home Screen, open Northing there and paste it.",
  },
  elsewhere: {
    title: "This is another app's browser",
    body: "It forgets who you are, and the link works once. Copy it and open it in your own browser.",
  },
};

const pasteIt: InstallStep = {
  picture: "open",
  title: "Open Northing from the home screen",
  body: "It asks for a link: paste the one you copied here.",
};
