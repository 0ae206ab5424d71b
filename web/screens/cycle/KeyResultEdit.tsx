import { useParams } from "wouter";
import { useLive } from "../../store/live.ts";
import { useMay } from "../../store/may.ts";
import { useMemberId } from "../../store/me.ts";
import { dismissOverwrite, restoreMine, useOverwrites } from "../../store/overwrites.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Overwrites } from "../../ui/Overwrites.tsx";
import { Page } from "../../ui/Page.tsx";
import { FormPage, useWayBack } from "./FormPage.tsx";
import { GradeForm } from "./GradeForm.tsx";
import { KeyResultActions } from "./KeyResultActions.tsx";
import { KeyResultHistory } from "./KeyResultHistory.tsx";
import { KeyResultOwner } from "./KeyResultOwner.tsx";
import { KeyResultRevise } from "./KeyResultRevise.tsx";
import { keyResultPlace } from "./key-result-place.ts";

/** A key result's own page for those who answer for it: its words and numbers, who owns it, its commit and its grade. */
export function KeyResultEdit() {
  const { id = "" } = useParams<{ id: string }>();
  const memberId = useMemberId();
  const loaded = useLive(
    async (read) => {
      const keyResult = await read.get("key-result", id);
      if (keyResult === undefined) return { keyResult };
      const place = await keyResultPlace(read, memberId, keyResult.objectiveId);
      return { keyResult, place, checkIns: await read.list("check-in", id) };
    },
    [id, memberId],
  );
  const [mayRevise, mayGrade] = useMay([
    ["key-result.revise", { keyResultId: id }],
    ["key-result.grade", { keyResultId: id }],
  ]);
  const overwrites = useOverwrites({ kind: "key-result", id });
  const here = loaded?.keyResult;
  const back = useWayBack(loaded?.place?.cycle?.id, {
    href: here ? `/key-results/${id}` : "/cycle",
    label: here ? "the key result" : "the cycle",
  });
  if (loaded === undefined) return null;
  const { keyResult, place, checkIns = [] } = loaded;
  if (keyResult === undefined || place === undefined)
    return (
      <Page title="Key result" back={back}>
        <EmptyState
          title="This key result is not here"
          body="It may belong to an older cycle, or it was never sent."
          action={<Button href="/cycle">See the cycle</Button>}
        />
      </Page>
    );
  const phase = place.cycle?.state;
  const reads = me(place.choices.owners, memberId) === undefined;
  const open = (phase === "planning" || phase === "running") && keyResult.state !== "dropped";
  return (
    <FormPage
      cycleId={place.cycle?.id}
      title={phase === "grading" ? "Grade key result" : "Edit key result"}
      detail={place.objective?.title}
      back={back}
    >
      <Overwrites
        overwrites={overwrites}
        mayRestore={open && mayRevise === true}
        onRestore={restoreMine}
        onDismiss={dismissOverwrite}
      />
      {phase === "grading" && mayGrade && !reads && keyResult.state !== "dropped" ? (
        <GradeForm keyResult={keyResult} checkIns={checkIns} />
      ) : null}
      {open && mayRevise && !reads ? (
        <>
          <KeyResultOwner keyResult={keyResult} place={place} />
          <KeyResultRevise key={id} keyResult={keyResult} place={place} back={back.href} />
          <KeyResultActions keyResult={keyResult} place={place} />
          <KeyResultHistory key={id} keyResultId={id} place={place} />
        </>
      ) : phase === "grading" && mayGrade && !reads ? null : (
        <EmptyState
          title={open ? "Its owner and the squad’s PM edit this" : "Its time of editing is over"}
          body={open ? "Ask one of them, or an admin." : "A cycle that is graded or closed stays as it was."}
          action={<Button href={back.href}>See the key result</Button>}
        />
      )}
    </FormPage>
  );
}

function me(owners: readonly { value: string }[], memberId: string) {
  return owners.find((one) => one.value === memberId);
}
