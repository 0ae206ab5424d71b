import type { ReactNode } from "react";
import { Link } from "wouter";
import { isOpen } from "../../../shared/bets/backlog.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import styles from "./Bets.module.css";
import { type BetRows, keyResultIn } from "./bet-rows.ts";
import { hypothesisSentence } from "./words.ts";

/** Everything a bet says of itself. */
export function BetFacts({ bet, rows, today }: { bet: RowOf<"bet">; rows: BetRows; today: string }) {
  const { hypothesis, movesInput, movesStar, learning, next, source } = bet;
  const keyResult = keyResultIn(rows)(bet.keyResultId);
  const metric = rows.metrics.find((one) => one.id === hypothesis?.metricId);
  return (
    <>
      {hypothesis === undefined ? (
        isOpen(bet) ? (
          <p className={styles.soft}>
            No hypothesis. Small work needs none; of anything large, say before it starts what it is to move,
            by how much and by when.
          </p>
        ) : null
      ) : (
        <p className={styles.sentence}>{hypothesisSentence(hypothesis, metric, today)}</p>
      )}
      <dl className={styles.facts}>
        {learning === undefined ? null : (
          <Fact name="What we learnt">
            {learning}
            {next === undefined ? "" : next === "double-down" ? "\nWe double down." : "\nWe cut it."}
          </Fact>
        )}
        <Fact name="It serves">
          {keyResult === undefined ? (
            bet.keyResultId === undefined ? (
              "no key result"
            ) : (
              "a key result of a cycle that is not on this phone"
            )
          ) : (
            <Link href={`/key-results/${keyResult.id}`}>{keyResult.title}</Link>
          )}
        </Fact>
        {movesInput === undefined ? null : (
          <Fact name="Will it move an input metric?">{movesInput ? "yes" : "no"}</Fact>
        )}
        {movesStar === undefined ? null : (
          <Fact name="Would that move the North Star?">{movesStar ? "plausibly" : "no"}</Fact>
        )}
        {source === undefined ? null : <Fact name="Where it comes from">{source}</Fact>}
      </dl>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
