import { useLocation, useSearch } from "wouter";
import { useLive } from "../../store/live.ts";
import { useMemberId } from "../../store/me.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Field } from "../../ui/Field.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { Select } from "../../ui/Select.tsx";
import { ImportFile } from "./ImportFile.tsx";
import { importChoices } from "./import-choices.ts";
import { PastImports } from "./PastImports.tsx";
import { kindWords } from "./words.ts";

/** Files become rows: what it holds, which column is what, what the server makes of it, and then all or nothing. */
export function Imports() {
  const search = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const memberId = useMemberId();
  const choices = useLive((read) => importChoices(read, memberId), [memberId]);
  if (choices === undefined) return null;
  const { kinds } = choices;
  const kind = kinds.find((one) => one === search.get("kind")) ?? kinds[0];
  const metric = kind === "readings" ? search.get("metric") : null;
  return (
    <Page
      title="Import a file"
      detail="CSV or JSON. Nothing is changed before every row is found good."
      back={{ href: "/me", label: "your page" }}
      aside={kind === undefined ? undefined : <PastImports />}
    >
      {kind === undefined ? (
        <EmptyState
          title="There is nothing you could import"
          body="Readings come from stewards, bets and key results from squads. An admin can import all of them."
          action={<Button href="/me">Back</Button>}
        />
      ) : (
        <Section title="What the file holds">
          <Field label="Kind of rows" hint={kindWords[kind].hint}>
            <Select
              options={kinds.map((value) => ({ value, label: kindWords[value].label }))}
              value={kind}
              onChange={(value) => navigate(`/me/imports?kind=${value}`, { replace: true })}
            />
          </Field>
          <ImportFile key={`${kind} ${metric ?? ""}`} kind={kind} metric={metric} choices={choices} />
        </Section>
      )}
    </Page>
  );
}
