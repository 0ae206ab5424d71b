import { useState } from "react";
import { bringCycle, type PastCycle } from "../../store/older-cycle.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { NeedsServer } from "../../ui/NeedsServer.tsx";
import styles from "./Archive.module.css";

/** Fetches a cycle's rows when it is opened and says how far it is; one that is here is only brought up to date. */
export function Bring({ cycleId, held }: { cycleId: string; held: PastCycle["held"] }) {
  const [rows, setRows] = useState(0);
  const [answer, again] = useAnswer(() => bringCycle(cycleId, setRows), { key: cycleId });
  if (held === "here") return null;
  if (answer.state === "waiting")
    return (
      <div className={styles.progress}>
        <p role="status">
          {rows === 0
            ? "Fetching this cycle from the server."
            : `Fetching this cycle: ${new Intl.NumberFormat("en").format(rows)} rows so far.`}
        </p>
        <progress aria-hidden="true" className={styles.bar} />
      </div>
    );
  if (answer.state === "here") return null;
  if (answer.code === "offline")
    return (
      <Banner
        tone="quiet"
        icon="offline"
        title={
          held === "partly" ? "Only a part of this cycle is here" : "This cycle is not on this phone yet"
        }
        body="You are offline, and it comes from the server. Once it was fetched it stays here and is read offline."
        action={<Button onClick={again}>Try again</Button>}
      />
    );
  return <NeedsServer code={answer.code} what="An older cycle" onAgain={again} />;
}
