import { starTests } from "../../../../shared/metrics/candidate-tests.ts";
import { useMemberId } from "../../../store/me.ts";
import { mutate } from "../../../store/mutate.ts";
import { Card } from "../../../ui/Card.tsx";
import { plural } from "../../../ui/day.ts";
import { focusOnMount } from "../../../ui/focus-on-mount.ts";
import { Section } from "../../../ui/Section.tsx";
import { Signatures } from "../../../ui/Signatures.tsx";
import retro from "../Retro.module.css";
import styles from "../Rhythm.module.css";
import { AnswerForm } from "./AnswerForm.tsx";
import type { StepProps } from "./RevalidationWalk.tsx";
import { answerWords } from "./yearly-words.ts";

const words = {
  keep: { open: "It stays once the CEO and the CPO have signed.", done: "Signed: the North Star stays" },
  adjust: {
    open: "Its statement changes once the CEO and the CPO have signed.",
    done: "Signed: the North Star is adjusted",
  },
  replace: {
    open: "Its successor is looked for once the CEO and the CPO have signed.",
    done: "Signed: it is to be replaced",
  },
} as const;

/** Keep, adjust or replace, with the reason; then the two signatures that make it so. */
export function AnswerStep({ view, now, today, mayWrite }: StepProps) {
  const { star, rows } = view;
  const memberId = useMemberId();
  const open = starTests.filter((one) => now.answers[one] === undefined).length;
  const { as } = now;
  return (
    <>
      <Card label="The answer">
        <h2 className={styles.subject} tabIndex={-1} ref={focusOnMount}>
          Keep, adjust or replace?
        </h2>
        {mayWrite ? (
          <AnswerForm star={star} now={now} />
        ) : as === undefined ? (
          <p className={styles.soft}>Nobody has answered yet.</p>
        ) : (
          <>
            <p>{answerWords[as].label}</p>
            <p className={retro.said} dir="auto">
              {[now.why, now.statement].filter(Boolean).join("\n")}
            </p>
          </>
        )}
      </Card>
      {as === undefined ? null : (
        <Section title="Two signatures">
          <Card>
            {open > 0 ? (
              <p>{plural(open, "test")} still to answer before it can be signed.</p>
            ) : as === "adjust" && now.statement === undefined ? (
              <p>Say what the statement is to be before it can be signed.</p>
            ) : (
              <Signatures
                northStar={{ ...withoutDay(star), state: "proposed", signatures: now.signatures }}
                members={rows.members}
                memberId={memberId}
                today={today}
                about={words[as]}
                horizons={as !== "replace" && now.signatures.length === 0}
                onSign={(horizonMonths) =>
                  mutate("north-star.revalidate", {
                    northStarId: star.id,
                    ...(as === "replace" ? {} : { horizonMonths }),
                  })
                }
              />
            )}
            <p className={styles.soft}>Whatever is changed above takes the signatures back.</p>
          </Card>
        </Section>
      )}
    </>
  );
}

function withoutDay({ revalidateOn: _day, ...star }: StepProps["view"]["star"]) {
  return star;
}
