import { useState } from "react";
import { CopyText } from "../../ui/CopyText.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./Star.module.css";
import { starOnAPage } from "./star-on-a-page.ts";
import type { StarRows } from "./star-rows.ts";

/** The North Star and what belongs to it as text, so that it stands on every agenda and in every paper. */
export function StarOnAPage({ rows, today }: { rows: StarRows; today: string }) {
  const [open, setOpen] = useState(false);
  const text = starOnAPage(rows, today);
  if (text === "") return null;
  return (
    <Section title="On one page">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={styles.fold}>For an agenda or a strategy paper</summary>
        {open ? <CopyText text={text} deed="Copy the page" wraps /> : null}
      </details>
    </Section>
  );
}
