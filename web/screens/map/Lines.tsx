import { memo, useMemo, useState } from "react";
import { Link, useLocation } from "wouter";
import { type MemberPath, memberPaths } from "../../../shared/okrs/paths.ts";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { Field } from "../../ui/Field.tsx";
import { Section } from "../../ui/Section.tsx";
import { Select } from "../../ui/Select.tsx";
import { useTurn } from "../../ui/turn.ts";
import styles from "./Lines.module.css";
import { MemberLines } from "./MemberLines.tsx";
import type { SeenRows } from "./map-rows.ts";

/** My line to the star, or anybody's: from their key results up, and why each step moves the next. */
export const Lines = memo(function Lines({
  rows,
  at,
  me,
  id,
  here,
}: {
  rows: SeenRows;
  at: number;
  me: string;
  id: string;
  /** Whether it is looked at, not only kept ready. */
  here: boolean;
}) {
  const [, navigate] = useLocation();
  const paths = useMemo(() => memberPaths(rows), [rows]);
  // Browsers lay out hundreds of options for their form filling, hidden ones too, while a tap waits.
  const everybody = useTurn(here);
  const member = rows.members.find((one) => one.id === id);
  const without = paths.filter((one) => one.by === "none");
  return (
    <>
      <Field label="Whose line">
        <Select
          value={id}
          onChange={(next) => navigate(next === me ? "/star/line" : `/star/line/${next}`, { replace: true })}
          options={choices(everybody ? paths : [], me, member)}
        />
      </Field>
      <MemberLines memberId={id} rows={rows} at={at} mine={id === me} />
      {without.length === 0 ? null : (
        <Section title="Not on a line yet">
          <Card>
            <p className={styles.soft}>
              {plural(without.length, "person has", "people have")} no key result of their own or of their
              squad that reaches the star. It says nothing about their work; it says that the plan does not
              name it yet.
            </p>
            <Names members={without.map((one) => one.member)} />
          </Card>
        </Section>
      )}
    </>
  );
});

/** Oneself first, then everybody by name; also who only reads or left, while theirs is looked at. */
function choices(paths: readonly MemberPath[], me: string, shown: { id: string; name: string } | undefined) {
  const others = paths.filter((one) => one.member.id !== me).map(({ member }) => member);
  const known = shown === undefined || shown.id === me || others.some((one) => one.id === shown.id);
  return [{ id: me, name: "Mine" }, ...(known ? [] : [shown]), ...others].map(({ id, name }) => ({
    value: id,
    label: name,
  }));
}

/** Hundreds of names are drawn only for who asks. */
function Names({ members }: { members: readonly { id: string; name: string }[] }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>Who they are</summary>
      {open ? (
        <ul className={styles.names}>
          {members.map(({ id, name }) => (
            <li key={id}>
              <Link href={`/star/line/${id}`} className={styles.name} replace>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </details>
  );
}
