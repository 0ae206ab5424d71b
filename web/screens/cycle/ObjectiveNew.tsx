import { useState } from "react";
import { useLocation, useSearch } from "wouter";
import { allocatedTo } from "../../../shared/okrs/allocation.ts";
import { useDrafted } from "../../store/drafted.ts";
import { useLive } from "../../store/live.ts";
import { useMemberId } from "../../store/me.ts";
import { mutate, newId } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { DraftNote } from "../../ui/DraftNote.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { useTask } from "../../ui/task.ts";
import { ObjectiveExamples } from "./Examples.tsx";
import { FormPage, useWayBack } from "./FormPage.tsx";
import { ObjectiveFields } from "./ObjectiveFields.tsx";
import { type ObjectiveChoices, objectiveChoices } from "./objective-choices.ts";
import {
  blankObjective,
  draftArgs,
  draftedObjective,
  mistakesIn,
  type ObjectiveForm,
} from "./objective-form.ts";
import { useSessionStep } from "./planning/step-address.ts";
import { plannableCycle } from "./shown-cycle.ts";

/** A new objective of the planned or running cycle; it is a draft until the cycle, or it, is committed. */
export function ObjectiveNew() {
  const asked = new URLSearchParams(useSearch());
  const askedCycle = asked.get("cycle") ?? undefined;
  const squadId = asked.get("squad") ?? "";
  const memberId = useMemberId();
  const loaded = useLive(
    async (read) => {
      const cycle = plannableCycle(await read.list("cycle"), askedCycle);
      const choices = cycle && (await objectiveChoices(read, memberId, cycle.id));
      const ids = cycle ? allocatedTo(cycle, squadId) : [];
      const inputs = await Promise.all(ids.map((id) => read.get("metric", id)));
      return { cycle, choices, inputs: inputs.flatMap((one) => one ?? []) };
    },
    [memberId, askedCycle, squadId],
  );
  const step = useSessionStep();
  const cycleId = loaded?.cycle?.id;
  const back = useWayBack(cycleId, {
    href: cycleId === undefined ? "/cycle" : `/cycle?cycle=${cycleId}`,
    label: "the cycle",
  });
  if (loaded === undefined) return null;
  const { cycle, choices, inputs } = loaded;
  const mayWrite = choices !== undefined && (choices.forCompany || choices.squads.length > 0);
  return (
    <FormPage cycleId={cycle?.id} title="New objective" detail={cycle?.name} back={back}>
      {cycle === undefined || choices === undefined ? (
        <EmptyState
          title="No cycle takes objectives now"
          body="Objectives belong to a cycle that is planned or running."
          action={<Button href="/cycle">See the cycles</Button>}
        />
      ) : mayWrite ? (
        <NewForm
          key={`${cycle.id} ${squadId} ${step}`}
          cycleId={cycle.id}
          choices={choices}
          fresh={freshIn(choices, squadId, step === undefined ? [] : inputs)}
          back={back.href}
        />
      ) : (
        <EmptyState
          title="Objectives are written by PMs and admins"
          body="Tell your squad’s PM what you would like to see changed."
          action={<Button href={back.href}>Back to the cycle</Button>}
        />
      )}
    </FormPage>
  );
}

/** The form to begin with: for the squad asked for, if this member may write for it; in a session drafted from its inputs. */
function freshIn(choices: ObjectiveChoices, squadId: string, inputs: Parameters<typeof draftedObjective>[1]) {
  const mine = choices.squads.some((one) => one.value === squadId) ? squadId : "";
  const first = choices.forCompany ? mine : mine || choices.squads[0]!.value;
  return first === squadId ? draftedObjective(first, inputs, choices.parents) : blankObjective(first);
}

function NewForm({
  cycleId,
  choices,
  fresh,
  back,
}: {
  cycleId: string;
  choices: ObjectiveChoices;
  fresh: ObjectiveForm;
  back: string;
}) {
  const [, navigate] = useLocation();
  const [id] = useState(newId);
  const [tried, setTried] = useState(false);
  const task = useTask();
  const whose = fresh.squadId === "" ? "" : ` ${fresh.squadId}`;
  const draft = useDrafted(`objective.draft ${cycleId}${whose}`, fresh);
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
      <ObjectiveExamples onTake={draft.set} />
      <ObjectiveFields
        id={id}
        form={draft.value}
        set={draft.set}
        choices={choices}
        errors={fieldErrors(tried ? mistakes : {}, task.refused)}
      />
      <FormEnd task={task}>Save the objective</FormEnd>
    </Form>
  );
}
