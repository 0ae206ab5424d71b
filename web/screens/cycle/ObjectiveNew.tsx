import { useState } from "react";
import { useLocation, useSearch } from "wouter";
import { useDrafted } from "../../store/drafted.ts";
import { useLive } from "../../store/live.ts";
import { useMemberId } from "../../store/me.ts";
import { mutate, newId } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { DraftNote } from "../../ui/DraftNote.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Form } from "../../ui/Form.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { Page } from "../../ui/Page.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { useTask } from "../../ui/task.ts";
import { ObjectiveFields } from "./ObjectiveFields.tsx";
import { type ObjectiveChoices, objectiveChoices } from "./objective-choices.ts";
import { blankObjective, draftArgs, mistakesIn } from "./objective-form.ts";
import { plannableCycle } from "./shown-cycle.ts";

/** A new objective of the planned or running cycle; it is a draft until the cycle, or it, is committed. */
export function ObjectiveNew() {
  const asked = new URLSearchParams(useSearch());
  const askedCycle = asked.get("cycle") ?? undefined;
  const memberId = useMemberId();
  const loaded = useLive(
    async (read) => {
      const cycle = plannableCycle(await read.list("cycle"), askedCycle);
      return { cycle, choices: cycle && (await objectiveChoices(read, memberId, cycle.id)) };
    },
    [memberId, askedCycle],
  );
  if (loaded === undefined) return null;
  const { cycle, choices } = loaded;
  const back = { href: cycle ? `/cycle?cycle=${cycle.id}` : "/cycle", label: "the cycle" };
  const mayWrite = choices !== undefined && (choices.forCompany || choices.squads.length > 0);
  return (
    <Page title="New objective" detail={cycle?.name} back={back}>
      {cycle === undefined || choices === undefined ? (
        <EmptyState
          title="No cycle takes objectives now"
          body="Objectives belong to a cycle that is planned or running."
          action={<Button href="/cycle">See the cycles</Button>}
        />
      ) : mayWrite ? (
        <NewForm cycleId={cycle.id} choices={choices} squadId={asked.get("squad") ?? ""} back={back.href} />
      ) : (
        <EmptyState
          title="Objectives are written by PMs and admins"
          body="Tell your squad’s PM what you would like to see changed."
          action={<Button href={back.href}>Back to the cycle</Button>}
        />
      )}
    </Page>
  );
}

function NewForm({
  cycleId,
  choices,
  squadId,
  back,
}: {
  cycleId: string;
  choices: ObjectiveChoices;
  squadId: string;
  back: string;
}) {
  const [, navigate] = useLocation();
  const [id] = useState(newId);
  const [tried, setTried] = useState(false);
  const task = useTask();
  const mine = choices.squads.some((one) => one.value === squadId) ? squadId : "";
  const first = choices.forCompany ? mine : mine || choices.squads[0]!.value;
  const draft = useDrafted(`objective.draft ${cycleId}`, blankObjective(first));
  if (draft === undefined) return null;
  const mistakes = mistakesIn(draft.value);

  async function save() {
    setTried(true);
    if (Object.keys(mistakes).length > 0 || draft === undefined) return;
    const done = await task.run(() => mutate("objective.draft", { id, cycleId, ...draftArgs(draft.value) }));
    if (!done) return;
    await draft.drop();
    navigate(back);
  }

  return (
    <Form label="New objective" onSubmit={save}>
      <DraftNote draft={draft} />
      <ObjectiveFields
        form={draft.value}
        set={draft.set}
        choices={choices}
        errors={fieldErrors(tried ? mistakes : {}, task.refused)}
      />
      <RefusalNote refused={task.refused} />
      <Button kind="owed" big type="submit" busy={task.busy}>
        Save the objective
      </Button>
    </Form>
  );
}
