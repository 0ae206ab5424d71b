import { useMemo } from "react";
import { Link, useLocation, useParams } from "wouter";
import { type MemberPath, memberPaths } from "../../../shared/okrs/paths.ts";
import { useMemberId } from "../../store/me.ts";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { Field } from "../../ui/Field.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { Select } from "../../ui/Select.tsx";
import { useWide } from "../../ui/wide.ts";
import styles from "./Lines.module.css";
import { MemberLines } from "./MemberLines.tsx";
import { useMoment, useSeen } from "./use-seen.ts";
import { ViewTabs } from "./ViewTabs.tsx";
import { cycleWords } from "./words.ts";

/** My line to the star, or anybody's: from their key results up, and why each step moves the next. */
export function Lines() {
  const wide = useWide();
  const rows = useSeen();
  const at = useMoment();
  const me = useMemberId();
  const [, navigate] = useLocation();
  const { id = me } = useParams<{ id?: string }>();
  const paths = useMemo(() => rows && memberPaths(rows), [rows]);
  if (rows === undefined || paths === undefined) return null;
  const member = rows.members.find((one) => one.id === id);
  const without = paths.filter((one) => one.by === "none");
  const mine = id === me;
  return (
    <Page
      title={mine ? "My line to the star" : `${member?.name ?? "Somebody who left"}: line to the star`}
      detail={cycleWords(rows.cycle, rows.on)}
      back={{ href: "/star", label: "the North Star" }}
      action={wide ? <ViewTabs here="lines" /> : undefined}
    >
      {wide ? null : <ViewTabs here="lines" />}
      <Field label="Whose line">
        <Select
          value={id}
          onChange={(next) => navigate(next === me ? "/star/line" : `/star/line/${next}`, { replace: true })}
          options={choices(paths, me, member)}
        />
      </Field>
      <MemberLines memberId={id} rows={rows} at={at} mine={mine} />
      {without.length === 0 ? null : (
        <Section title="Not on a line yet">
          <Card>
            <p className={styles.soft}>
              {plural(without.length, "person has", "people have")} no key result of their own or of their
              squad that reaches the star. It says nothing about their work; it says that the plan does not
              name it yet.
            </p>
            <details>
              <summary className={styles.summary}>Who they are</summary>
              <ul className={styles.names}>
                {without.map(({ member: one }) => (
                  <li key={one.id}>
                    <Link href={`/star/line/${one.id}`} className={styles.name} replace>
                      {one.name}
                    </Link>
                  </li>
                ))}
              </ul>
            </details>
          </Card>
        </Section>
      )}
    </Page>
  );
}

/** Oneself first, then everybody by name; also who only reads or left, while theirs is looked at. */
function choices(paths: readonly MemberPath[], me: string, shown: { id: string; name: string } | undefined) {
  const others = paths.filter((one) => one.member.id !== me).map(({ member }) => member);
  const known = shown === undefined || shown.id === me || others.some((one) => one.id === shown.id);
  return [{ id: me, name: "Mine" }, ...(known ? [] : [shown]), ...others].map(({ id, name }) => ({
    value: id,
    label: name,
  }));
}
