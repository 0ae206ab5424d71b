import { lintNorthStars } from "../../../shared/metrics/north-star-lint.ts";
import { useLive, useToday } from "../../store/live.ts";
import { useMemberId } from "../../store/me.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Findings } from "../../ui/Findings.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./Fields.module.css";
import { SignCard } from "./SignCard.tsx";
import { StepFrame } from "./StepFrame.tsx";
import { addressOf } from "./steps.ts";
import { workshopRows } from "./workshop-rows.ts";

/** What is proposed until two people have signed it, what is committed, and for which line. */
export function SignStep() {
  const rows = useLive(workshopRows, []);
  const today = useToday();
  const memberId = useMemberId();
  if (rows === undefined) return null;
  const proposed = rows.stars.filter((one) => one.state === "proposed");
  const committed = rows.stars.filter((one) => one.state === "committed");
  const several = lintNorthStars(rows.stars);
  const cards = (stars: typeof proposed) =>
    stars.map((one) => (
      <SignCard key={one.id} northStar={one} rows={rows} memberId={memberId} today={today} />
    ));
  return (
    <StepFrame step="sign" rows={rows}>
      {rows.stars.length === 0 ? (
        <EmptyState
          title="Nothing is proposed yet"
          body="Once a candidate is chosen, the CEO and the CPO sign it here, for 12 to 18 months."
          action={<Button href={addressOf("choose")}>Compare and choose</Button>}
        />
      ) : null}
      {proposed.length > 0 ? <Section title="Proposed until signed">{cards(proposed)}</Section> : null}
      {committed.length > 0 ? (
        <Section title="Committed">
          {cards(committed)}
          <p className={styles.hint}>
            It stands until it is re-validated. Three things open the question sooner: a pivot, a new product
            line, and customers who have come to expect something else.
          </p>
        </Section>
      ) : null}
      {rows.stars.length > 0 ? (
        <Section title="Several product lines?">
          <Findings findings={several} label="What lint rules say of several North Stars" />
          <p className={styles.hint}>
            One North Star per company, or one per product line under one umbrella metric. To propose one for
            a product line, choose a candidate and say for whom it is.
          </p>
          <Button kind="quiet" href={addressOf("candidates")}>
            Go to the candidates
          </Button>
        </Section>
      ) : null}
    </StepFrame>
  );
}
