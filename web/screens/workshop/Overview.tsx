import { useLive } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Page } from "../../ui/Page.tsx";
import { useWide } from "../../ui/wide.ts";
import { StepList } from "./StepList.tsx";
import { addressOf, nextStep, standings, titles } from "./steps.ts";
import styles from "./Workshop.module.css";
import { type WorkshopRows, workshopRows } from "./workshop-rows.ts";

/** From "does this fit us" to two signatures, in seven steps. Everybody reads it; admins and directors work in it. */
export function Overview() {
  const rows = useLive(workshopRows, []);
  const wide = useWide();
  const [mayWork] = useMay([["workspace.set-workshop", {}]]);
  if (rows === undefined || mayWork === undefined) return null;
  const list = (
    <div className={styles.list}>
      <StepList rows={rows} />
    </div>
  );
  return (
    <Page title="North Star workshop" back={{ href: "/star", label: "the North Star" }} wide>
      <div className={styles.columns}>
        {wide ? list : null}
        <div className={styles.detail}>
          <Beginning rows={rows} mayWork={mayWork} />
          {wide ? null : list}
          <Card label="The rule">
            <p>
              <strong>One North Star per company, or one per product line.</strong> Several of them stand
              under one umbrella metric; each more takes a little of the direction away.
            </p>
            <p className={styles.soft}>
              The steps can be done in any order, by several people, with or without a network. They advise;
              only the signatures decide.
            </p>
          </Card>
        </div>
      </div>
    </Page>
  );
}

function Beginning({ rows, mayWork }: { rows: WorkshopRows; mayWork: boolean }) {
  const next = nextStep(rows);
  const begun = standings(rows).some((one) => one.state !== "open");
  return (
    <Card label="How it goes">
      <p>
        One direction, many quarterly bets. One number says whether customers get real value now; everything
        tried in a cycle is to move it. Choose it from two or three, on evidence that others can read, and
        sign it for 12 to 18 months.
      </p>
      {!mayWork ? (
        <p className={styles.soft}>You can read all of it. An admin or a director fills it in.</p>
      ) : next === undefined ? (
        <p className={styles.soft}>All of it is done. Each step can be looked at again.</p>
      ) : (
        <Button kind="owed" big href={addressOf(next)}>
          {begun ? "Go on" : "Begin"}: {titles[next]}
        </Button>
      )}
    </Card>
  );
}
