import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { CopyText } from "../../ui/CopyText.tsx";
import { homeScreenSteps, type InstallStep, InstallSteps, openInBrowser } from "../../ui/InstallSteps.tsx";
import { install, type Install as State, useInstall } from "../../ui/install.ts";
import { Page } from "../../ui/Page.tsx";
import { AddDevice } from "./AddDevice.tsx";
import styles from "./Install.module.css";

/** How Northing comes onto this device's home screen, step by step, as this very browser does it. */
export function Install() {
  const state = useInstall();
  return (
    <Page title="Put Northing on the home screen" back={{ href: "/me", label: "your page" }}>
      <p className={styles.why}>
        From there it opens without a browser around it and without network, the browser does not clear what
        is not sent yet, and reminders can reach you: an iPhone or iPad brings them only to apps on its home
        screen.
      </p>
      <Ways state={state} />
    </Page>
  );
}

function Ways({ state }: { state: State }) {
  if (state === "installed")
    return (
      <Card>
        <h2 className={styles.title}>It is on the home screen</h2>
        <p className={styles.soft}>You are looking at it. Next: whether reminders reach you here.</p>
        <Button href="/me/notifications">Notifications</Button>
      </Card>
    );
  if (state === "offered")
    return (
      <Card>
        <h2 className={styles.title}>This browser does it in one tap</h2>
        <Button kind="owed" big onClick={() => void install()}>
          Install
        </Button>
      </Card>
    );
  if (state === "elsewhere") return <Elsewhere />;
  if (state === "by-hand") return <ByHand />;
  return (
    <Card>
      <h2 className={styles.title}>From this browser’s own menu</h2>
      <p className={styles.soft}>
        In Chrome and Edge: the sign at the right of the address, or “Install” in the menu. On Android also
        “Add to Home screen”. In Safari on a Mac: File, then “Add to Dock”. Firefox on a computer cannot; it
        brings reminders all the same.
      </p>
    </Card>
  );
}

/** Another app's browser: nothing can be installed from it, and it keeps nothing. */
function Elsewhere() {
  return (
    <Card>
      <InstallSteps steps={[openInBrowser]} />
      <p className={styles.soft}>Or copy the address and open it there:</p>
      <CopyText text={`${location.origin}/me/install`} deed="Copy the address" />
    </Card>
  );
}

/** An iPhone or iPad. What is installed has storage of its own, so the person has to be brought over. */
function ByHand() {
  const [adding, setAdding] = useState(false);
  return (
    <Card>
      <InstallSteps steps={[...homeScreenSteps, openIt]} />
      <Button big onClick={() => setAdding(true)}>
        Make a link for it
      </Button>
      <p className={styles.soft}>
        An invitation you have not used yet works the same way: copy its link and paste it there. Last, turn
        reminders on there, under Notifications.
      </p>
      {adding ? <AddDevice onClose={() => setAdding(false)} onAdded={() => {}} /> : null}
    </Card>
  );
}

const openIt: InstallStep = {
  picture: "open",
  title: "Open Northing from the home screen",
  body: "It starts empty there and asks who you are, once: make a link for it here, copy it, and paste it there. Then come back to this page and let it in.",
};
