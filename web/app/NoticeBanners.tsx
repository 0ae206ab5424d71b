import type { ReactNode } from "react";
import type { SyncState } from "../store/sync-state.ts";
import { Banner } from "../ui/Banner.tsx";
import { Button } from "../ui/Button.tsx";
import { plural } from "../ui/day.ts";
import { Icon } from "../ui/Icon.tsx";
import { isClockWrong } from "./clock.ts";
import styles from "./NoticeBanners.module.css";

/** What stands between this phone and the server, worst first, and at most two at a time. */
export function NoticeBanners({ sync, erased }: { sync: SyncState; erased: number | undefined }) {
  const found = [
    storageFull(sync),
    erased === undefined ? null : lost(erased),
    stopped(sync),
    attention(sync),
    wrongClock(sync),
  ].filter((one) => one !== null);
  return (
    <>
      {sync.phase === "offline" || sync.phase === "retrying" ? <Quiet {...sync} /> : null}
      {found.slice(0, 2)}
    </>
  );
}

function Quiet({ phase, pending }: SyncState) {
  const waiting = pending > 0 ? ` · ${pending} waiting to be sent` : "";
  return (
    <p className={styles.quiet}>
      <Icon name={phase === "offline" ? "offline" : "sync"} />
      {phase === "offline"
        ? "offline, saves to this phone"
        : "the server is not answering, saves to this phone"}
      {waiting}
    </p>
  );
}

function stopped({ phase, pending }: SyncState): ReactNode {
  const kept =
    pending > 0
      ? `${plural(pending, "change")} of yours ${pending === 1 ? "is" : "are"} kept on this phone.`
      : "Nothing is lost.";
  if (phase === "signed-out")
    return (
      <Banner
        key="signed-out"
        tone="warn"
        title="You are signed out"
        body={`${kept} You can go on; it is sent once you sign in again.`}
        action={<Button href="/sign-in">Sign in again</Button>}
      />
    );
  if (phase === "refused")
    return (
      <Banner
        key="refused"
        tone="bad"
        title="The server refuses this phone"
        body={`${kept} Ask an admin of your workspace, then try again.`}
        action={<Button href="/me/sync">See what is kept</Button>}
      />
    );
  if (phase === "update-needed")
    return (
      <Banner
        key="update"
        tone="warn"
        title="This version is too old for the server"
        body={`${kept} Reload to get the new version; it is sent then.`}
        action={<Button onClick={() => location.reload()}>Reload</Button>}
      />
    );
  return null;
}

function storageFull({ storageFull }: SyncState): ReactNode {
  if (storageFull !== true) return null;
  return (
    <Banner
      key="full"
      tone="bad"
      title="This phone is full"
      body="New figures cannot be stored, and a check-in may not be. What is on screen and what you saved before is safe. Free some space, then reload."
      action={<Button onClick={() => location.reload()}>Reload</Button>}
    />
  );
}

function lost(count: number): ReactNode {
  return (
    <Banner
      key="erased"
      tone="bad"
      title="The browser erased what was on this phone"
      body={
        count > 0
          ? `${plural(count, "unsent change")} went with it. Everything that had been sent is back. Installing Northing on the home screen prevents this.`
          : "Everything had been sent and is back. Installing Northing on the home screen prevents this."
      }
    />
  );
}

function attention({ attention }: SyncState): ReactNode {
  if (attention === 0) return null;
  return (
    <Banner
      key="attention"
      tone="warn"
      title={`${plural(attention, "thing was", "things were")} not accepted`}
      body="Your text is kept on this phone, with the reason."
      action={<Button href="/me/sync">Look at it</Button>}
    />
  );
}

function wrongClock({ skewMs = 0 }: SyncState): ReactNode {
  if (!isClockWrong(skewMs)) return null;
  return (
    <Banner
      key="clock"
      tone="warn"
      icon="clock"
      title={`This phone's clock is ${howFar(skewMs)}`}
      body="Nothing is lost, but a check-in may count for the wrong day. Set the phone's date and time to automatic."
    />
  );
}

function howFar(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const much =
    minutes < 120
      ? plural(minutes, "minute")
      : minutes < 2880
        ? plural(Math.round(minutes / 60), "hour")
        : plural(Math.round(minutes / 1440), "day");
  return `${much} ${ms > 0 ? "ahead" : "behind"}`;
}
