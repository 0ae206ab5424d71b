import { useParams } from "wouter";
import { useLive, useNow } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { useMemberId } from "../../store/me.ts";
import { dismissOverwrite, restoreMine, useOverwrites } from "../../store/overwrites.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Overwrites } from "../../ui/Overwrites.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { cycleRows } from "./cycle-rows.ts";
import { cycleView } from "./cycle-view.ts";
import { FormPage, useWayBack } from "./FormPage.tsx";
import { KeyResultRow } from "./KeyResultRow.tsx";
import { mayDraft } from "./may-draft.ts";
import styles from "./Objective.module.css";
import { ObjectiveEdit } from "./ObjectiveEdit.tsx";
import { objectiveChoices } from "./objective-choices.ts";

/** One objective: its words for whoever reads, the form for whoever may change it, and its key results. */
export function Objective() {
  const { id = "" } = useParams<{ id: string }>();
  const memberId = useMemberId();
  const now = useNow();
  const [mayRevise] = useMay([["objective.revise", { objectiveId: id }]]);
  const loaded = useLive(
    async (read) => {
      const objective = await read.get("objective", id);
      const cycle = objective && (await read.get("cycle", objective.cycleId));
      const rows = cycle && (await cycleRows(read, cycle));
      const choices = cycle && (await objectiveChoices(read, memberId, cycle.id));
      return { rows, choices, mayAdd: (await mayDraft(read, memberId, id)).any };
    },
    [id, memberId],
  );
  const overwrites = useOverwrites({ kind: "objective", id });
  const cycleId = loaded?.rows?.cycle.id;
  const back = useWayBack(cycleId, { href: `/cycle?cycle=${cycleId}`, label: "the cycle" });
  if (loaded === undefined || mayRevise === undefined) return null;
  const { rows, choices, mayAdd } = loaded;
  const view = rows && cycleView(rows, now).find((one) => one.row.id === id);
  if (view === undefined || rows === undefined || choices === undefined)
    return (
      <Page title="Objective" back={{ href: "/cycle", label: "the cycle" }}>
        <EmptyState
          title="This objective is not here"
          body="It was dropped, or it belongs to an older cycle."
          action={<Button href="/cycle">See the cycle</Button>}
        />
      </Page>
    );
  const { cycle } = rows;
  const open = cycle.state === "planning" || cycle.state === "running";
  const { row, squad, keyResults } = view;
  const serves = rows.objectives.find((one) => one.id === row.parentId)?.title;
  return (
    <FormPage cycleId={cycle.id} title="Objective" detail={cycle.name} back={back}>
      <Overwrites
        overwrites={overwrites}
        mayRestore={open && mayRevise}
        onRestore={restoreMine}
        onDismiss={dismissOverwrite}
      />
      {open && mayRevise ? (
        <ObjectiveEdit key={id} objective={row} cycle={cycle} choices={choices} back={back.href} />
      ) : (
        <Card>
          <h2 className={styles.title}>{row.title}</h2>
          <p className={styles.whose}>
            {[squad ?? "Company", serves && `serves “${serves}”`].filter(Boolean).join(" · ")}
          </p>
          {row.why ? <p>{row.why}</p> : null}
          {row.exempt ? <p>Declared exemption: {row.exempt.reason}</p> : null}
        </Card>
      )}
      {keyResults.length === 0 ? null : (
        <Section title="Key results">
          <Card>
            <ul className={styles.keyResults}>
              {keyResults.map((one) => (
                <KeyResultRow key={one.row.id} view={one} cycle={cycle} findings={[]} />
              ))}
            </ul>
          </Card>
        </Section>
      )}
      {mayAdd ? <Button href={`/cycle/key-results/new?objective=${id}`}>Add a key result</Button> : null}
    </FormPage>
  );
}
