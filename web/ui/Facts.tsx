import styles from "./Facts.module.css";

/** What something says of itself, line by line: a word, and what it comes to. */
export function Facts({ facts }: { facts: readonly (readonly [word: string, fact: string])[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([word, fact]) => (
        <div key={word} className={styles.fact}>
          <dt>{word}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
