import { useState } from "react";
import { useLocation, useParams } from "wouter";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useDrafted } from "../../store/drafted.ts";
import { useLive, useToday } from "../../store/live.ts";
import { useMemberId } from "../../store/me.ts";
import { mutate } from "../../store/mutate.ts";
import { DraftNote } from "../../ui/DraftNote.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { fieldErrors } from "../../ui/field-errors.ts";
import { Page } from "../../ui/Page.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { BetFields } from "./BetFields.tsx";
import { type BetChoices, betChoices } from "./bet-choices.ts";
import { betForm, mistakesIn, reviseArgs } from "./bet-form.ts";

/** The form of a bet that stands. */
export function BetEdit() {
  const { id = "" } = useParams<{ id: string }>();
  const memberId = useMemberId();
  const loaded = useLive(
    async (read) => {
      const choices = await betChoices(read, memberId);
      return { choices, bet: choices.rows.bets.find((one) => one.id === id) };
    },
    [id, memberId],
  );
  if (loaded === undefined) return null;
  const { bet, choices } = loaded;
  const back = { href: `/bets/${id}`, label: "the bet" };
  return (
    <Page title="Edit the bet" back={back}>
      {bet === undefined ? (
        <EmptyState title="This bet is not here" body="It may have been placed in another workspace." />
      ) : (
        <EditForm bet={bet} choices={withOwn(choices, bet)} />
      )}
    </Page>
  );
}

function EditForm({ bet, choices }: { bet: RowOf<"bet">; choices: BetChoices }) {
  const [, navigate] = useLocation();
  const [tried, setTried] = useState(false);
  const today = useToday();
  const task = useTask();
  const draft = useDrafted(`bet.revise ${bet.id}`, betForm(bet, today));
  if (draft === undefined) return null;
  const mistakes = mistakesIn(draft.value);

  async function save() {
    setTried(true);
    if (draft === undefined || Object.keys(mistakes).length > 0) return;
    const changes = reviseArgs(draft.value, bet, today);
    const same = Object.keys(changes).length === 0;
    if (!same && !(await task.run(() => mutate("bet.revise", { betId: bet.id, ...changes })))) return;
    await draft.drop();
    showToast({ text: "Bet saved" });
    navigate(`/bets/${bet.id}`, { replace: true });
  }

  return (
    <Form label="Edit bet" onSubmit={save}>
      <DraftNote draft={draft} />
      <BetFields
        form={draft.value}
        set={draft.set}
        choices={choices}
        errors={fieldErrors(tried ? mistakes : {}, task.refused)}
      />
      <FormEnd task={task}>Save the bet</FormEnd>
    </Form>
  );
}

/** The bet's own squad stays among the choices for whoever only owns the bet. */
function withOwn(choices: BetChoices, bet: RowOf<"bet">): BetChoices {
  if (choices.squads.some((one) => one.value === bet.squadId)) return choices;
  const own = choices.rows.squads.find((one) => one.id === bet.squadId);
  return {
    ...choices,
    squads: [{ value: bet.squadId, label: own?.name ?? "a squad that is gone" }, ...choices.squads],
  };
}
