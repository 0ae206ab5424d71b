import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Page } from "../../ui/Page.tsx";
import { SquadForm } from "./SquadForm.tsx";
import { SquadSheet } from "./SquadSheet.tsx";
import { usePeople } from "./use-people.ts";

/** The squads and who is in them. */
export function Squads() {
  const people = usePeople();
  const [openId, setOpenId] = useState<string>();
  const [forming, setForming] = useState(false);
  if (people === undefined) return <Page title="Squads">{null}</Page>;
  const { squads, members, admin } = people;
  const open = squads.find((one) => one.id === openId);
  const pmsOf = (squad: (typeof squads)[number]) =>
    squad.members
      .filter((one) => one.as === "pm")
      .flatMap((one) => members.find((member) => member.id === one.memberId)?.name ?? [])
      .join(", ");
  return (
    <Page title="Squads" back={{ href: "/me", label: "your page" }}>
      {squads.length === 0 ? (
        <EmptyState
          title="No squad yet"
          body={
            admin
              ? "A squad is the handful of people who move one input metric together. Form one, then put people in."
              : "An admin forms squads. Until then everybody works on company objectives."
          }
          action={admin ? <Button onClick={() => setForming(true)}>Form a squad</Button> : null}
        />
      ) : (
        <>
          {admin ? (
            <Button big onClick={() => setForming(true)}>
              <Icon name="plus" />
              Form a squad
            </Button>
          ) : null}
          <Card flush>
            {squads.map((squad) => (
              <ListRow
                key={squad.id}
                title={squad.name}
                detail={pmsOf(squad) ? `PM ${pmsOf(squad)}` : "no PM yet"}
                end={plural(squad.members.length, "person", "people")}
                onClick={() => setOpenId(squad.id)}
              />
            ))}
          </Card>
        </>
      )}
      {forming ? <SquadForm onClose={() => setForming(false)} onFormed={setOpenId} /> : null}
      {open ? (
        <SquadSheet key={open.id} squad={open} people={people} onClose={() => setOpenId(undefined)} />
      ) : null}
    </Page>
  );
}
