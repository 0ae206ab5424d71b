import { lintNorthStar } from "../../../shared/metrics/north-star-lint.ts";
import { judged, shortlistAdvice } from "../../../shared/metrics/star-shortlist.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useLive } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./Fields.module.css";
import { RejectedLog } from "./RejectedLog.tsx";
import { StepFrame } from "./StepFrame.tsx";
import { addressOf, addressOfCandidate, home } from "./steps.ts";
import { workshopRows } from "./workshop-rows.ts";

/** The shortlist, how far each is judged, and the log of those that fell. */
export function CandidatesStep() {
  const rows = useLive(workshopRows, []);
  const [mayPropose] = useMay([["candidate.propose", {}]]);
  if (rows === undefined) return null;
  const { shortlist, chosen, rejected, stars } = rows;
  const advice = chosen.length > 0 ? undefined : shortlistAdvice(shortlist.length);
  const add = (
    <div className={styles.actions}>
      <Button
        kind={shortlist.length < 2 && chosen.length === 0 ? "owed" : "plain"}
        href={`${home}/candidates/new`}
      >
        <Icon name="plus" />
        Add a candidate
      </Button>
      <Button kind="quiet" href={addressOf("model")}>
        Look at examples
      </Button>
    </div>
  );
  return (
    <StepFrame step="candidates" rows={rows}>
      {shortlist.length + chosen.length + rejected.length === 0 ? (
        <EmptyState
          title="No candidates yet"
          body="Two or three metrics that could be your North Star. Each is judged by five tests and five criteria, on evidence."
          action={mayPropose ? add : "An admin or a director puts them here."}
        />
      ) : (
        <>
          {advice ? <Banner tone="quiet" icon="flag" title={advice} /> : null}
          <Section title="Shortlist">
            <Card flush>
              {[...chosen, ...shortlist].map((one) => (
                <CandidateRow
                  key={one.id}
                  candidate={one}
                  stands={stars.some(({ metricId }) => metricId === one.metricId)}
                />
              ))}
              {chosen.length + shortlist.length === 0 ? (
                <p className={styles.empty}>Nothing is on it; all were rejected.</p>
              ) : null}
            </Card>
          </Section>
          {mayPropose ? add : null}
          {rejected.length > 0 ? <RejectedLog rejected={rejected} /> : null}
        </>
      )}
    </StepFrame>
  );
}

/** `stands`: a North Star that holds or is proposed is made of it. */
function CandidateRow({ candidate, stands }: { candidate: RowOf<"candidate">; stands: boolean }) {
  const { yes, partly, no, open } = judged(candidate);
  const found = lintNorthStar(candidate).filter((one) => one.severity === "warn").length;
  const count = 10 - open.length;
  const said = [
    yes > 0 && `${yes} yes`,
    partly > 0 && `${partly} partly`,
    no > 0 && `${no} no`,
    found > 0 && plural(found, "lint finding"),
  ].filter(Boolean);
  return (
    <ListRow
      href={addressOfCandidate(candidate.id)}
      title={candidate.name}
      detail={[count === 0 ? "not judged yet" : `${count} of 10 judged`, ...said].join(" · ")}
      end={candidate.state === "open" ? undefined : stands ? "chosen" : "gave way"}
    />
  );
}
