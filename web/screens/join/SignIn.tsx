import { useState } from "react";
import { useLocation } from "wouter";
import { signInWithPasskey } from "../../store/passkey.ts";
import { type Session, useSession } from "../../store/session.ts";
import { type SyncState, useSyncState } from "../../store/sync-state.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { deviceName } from "../../ui/device-name.ts";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { Threshold } from "../../ui/Threshold.tsx";
import { useTask } from "../../ui/task.ts";
import { PasteLink } from "./PasteLink.tsx";

/** The way back in: a passkey, a link, or whom to ask. Work that waits on this phone is said to be safe first. */
export function SignIn() {
  const session = useSession();
  const sync = useSyncState();
  const [, navigate] = useLocation();
  const [cancelled, setCancelled] = useState(false);
  const task = useTask();

  async function withPasskey() {
    let done = false;
    setCancelled(false);
    const worked = await task.run(async () => {
      done = await signInWithPasskey(deviceName(navigator.userAgent));
    });
    if (worked && done) navigate("/", { replace: true });
    else if (worked) setCancelled(true);
  }

  if (session.state === "signed-in" && sync.phase !== "signed-out" && !task.busy)
    return (
      <Threshold
        title="You are signed in"
        detail="Nothing to do here. To leave, open your picture, Sign out."
      >
        <Button kind="owed" big href="/">
          Open Northing
        </Button>
      </Threshold>
    );

  return (
    <Threshold title="Sign in" detail="Northing has no passwords. One of these gets you in.">
      <Kept session={session} sync={sync} />
      <Button kind="owed" big busy={task.busy} onClick={withPasskey}>
        Sign in with a passkey
      </Button>
      <RefusalNote refused={task.refused} where="request" />
      {cancelled ? <p role="status">No passkey was used. Try again, or come in by a link.</p> : null}
      <Section title="Or by a link">
        <PasteLink onToken={(token) => navigate(`/join#${token}`)} />
      </Section>
      <Section title="No passkey and no link?">
        <Card>
          <p>
            <strong>Signed in somewhere else?</strong> There, open your picture, Devices, Add a device.
          </p>
          <p>
            <strong>Nowhere?</strong> Ask an admin. Whoever runs the server makes you a sign-in link with{" "}
            <code>npm run northing -- reset-link "Your Name"</code>.
          </p>
        </Card>
      </Section>
    </Threshold>
  );
}

function Kept({ session, sync }: { session: Session; sync: SyncState }) {
  if (session.state === "loading") return null;
  if (session.state === "signed-in")
    return sync.phase === "signed-out" ? (
      <Banner
        tone="warn"
        title="The server has signed this device out"
        body={
          sync.pending > 0
            ? `${plural(sync.pending, "change")} of yours is kept here and sent once you are back in as the same person.`
            : "Everything you did is on the server. Sign in to go on."
        }
      />
    ) : null;
  const { notice, lost = 0, kept = 0 } = session;
  if (notice === "revoked")
    return (
      <Banner
        tone="warn"
        icon="device"
        title="This device was signed out from another one"
        body="Northing's data was removed from it, as from a lost phone. What had been sent is on the server."
      />
    );
  if (notice === "erased")
    return (
      <Banner
        tone="warn"
        title="This browser erased Northing's data"
        body={
          lost > 0
            ? `${plural(lost, "item")} had not been sent and could not be saved. What was sent is on the server; sign in to fetch it.`
            : "Everything had been sent, so nothing is lost. Sign in to fetch it again."
        }
      />
    );
  if (kept === 0) return null;
  return (
    <Banner
      tone="quiet"
      icon="check"
      title={`${plural(kept, "unsent item")} kept on this phone`}
      body="Locked until the same person signs in; then it is sent."
    />
  );
}
