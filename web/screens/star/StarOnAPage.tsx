import { CopyText } from "../../ui/CopyText.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./Star.module.css";
import { starOnAPage } from "./star-on-a-page.ts";
import type { StarRows } from "./star-rows.ts";

/** The North Star and what belongs to it as text, so that it stands on every agenda and in every paper. */
export function StarOnAPage({ rows, today }: { rows: StarRows; today: string }) {
  const text = starOnAPage(rows, today);
  if (text === "") return null;
  return (
    <Section title="On one page">
      <details>
        <summary className={styles.fold}>For an agenda or a strategy paper</summary>
        <CopyText text={text} deed="Copy the page" wraps />
      </details>
    </Section>
  );
}
