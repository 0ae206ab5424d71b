import { useState } from "react";
import { useLocation, useSearch } from "wouter";
import { betFromShared } from "../../../shared/bets/shared-text.ts";
import { useDrafted } from "../../store/drafted.ts";
import { useLive, useToday } from "../../store/live.ts";
import { useMemberId } from "../../store/me.ts";
import { mutate, newId } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
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
import { blankBet, mistakesIn, placeArgs } from "./bet-form.ts";

const back = { href: "/bets", label: "the bets" };

/** A new bet; what another app shared into Northing arrives here as its title and source. */
export function BetNew() {
  const memberId = useMemberId();
  const choices = useLive((read) => betChoices(read, memberId), [memberId]);
  return (
    <Page title="Place a bet" back={back}>
      {choices === undefined ? null : choices.squads.length > 0 ? (
        <NewForm choices={choices} memberId={memberId} />
      ) : (
        <EmptyState
          title="Bets are placed by a squad’s people"
          body="Join a squad, or tell one what you would like to see tried."
          action={<Button href="/me/squads">See the squads</Button>}
        />
      )}
    </Page>
  );
}

function NewForm({ choices, memberId }: { choices: BetChoices; memberId: string }) {
  const asked = new URLSearchParams(useSearch());
  const today = useToday();
  const [, navigate] = useLocation();
  const [id] = useState(newId);
  const [tried, setTried] = useState(false);
  const task = useTask();
  const part = (name: string) => asked.get(name) ?? undefined;
  const shared = betFromShared({ title: part("title"), text: part("text"), url: part("url") });
  const fresh = blankBet({
    ...{ ...shared, ownerId: memberId, keyResultId: part("kr") ?? "" },
    squadId: choices.squads.find((one) => one.value === part("squad"))?.value ?? choices.squads[0]!.value,
  });
  // What is shared is a bet of its own: it neither finds another one's draft nor lies in its way.
  const draft = useDrafted(`bet.place ${shared.title} ${shared.source}`.trim(), fresh);
  if (draft === undefined) return null;
  const mistakes = mistakesIn(draft.value);

  async function save() {
    setTried(true);
    if (Object.keys(mistakes).length > 0 || draft === undefined) return;
    if (!(await task.run(() => mutate("bet.place", { id, ...placeArgs(draft.value, today) })))) return;
    await draft.drop();
    showToast({
      text: "Bet placed",
      action: { label: "Undo", onTap: () => void mutate("bet.revise", { betId: id, state: "dropped" }) },
    });
    navigate(`/bets/${id}`, { replace: true });
  }

  return (
    <Form label="New bet" onSubmit={save}>
      <DraftNote draft={draft} />
      <BetFields
        form={draft.value}
        set={draft.set}
        choices={choices}
        errors={fieldErrors(tried ? mistakes : {}, task.refused)}
      />
      <FormEnd task={task}>Place the bet</FormEnd>
    </Form>
  );
}
