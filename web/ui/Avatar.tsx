import styles from "./Avatar.module.css";

/** A person's initials on water. Decoration: the name stands beside it or on the link around it. */
export function Avatar({ name }: { name: string }) {
  return (
    <span className={styles.avatar} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

/** First and last initial; whole letters, also outside Latin. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return ends
    .map((word) => Array.from(word)[0] ?? "")
    .join("")
    .toUpperCase();
}
