import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useMay } from "../../store/may.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ConfirmSheet } from "../../ui/ConfirmSheet.tsx";
import { Field } from "../../ui/Field.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Select } from "../../ui/Select.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { useTask } from "../../ui/task.ts";
import { SquadForm } from "./SquadForm.tsx";
import { SquadOmtm } from "./SquadOmtm.tsx";
import type { People } from "./use-people.ts";

type Place = "pm" | "member";
const places = [
  { value: "pm", label: "PM" },
  { value: "member", label: "Member" },
  { value: "", label: "Take out" },
];

/** One squad: its people and what each is in it; an admin or its PM changes it. */
export function SquadSheet({
  squad,
  people,
  onClose,
}: {
  squad: RowOf<"squad">;
  people: People;
  onClose: () => void;
}) {
  const [open, setOpen] = useState<"rename" | "dismiss">();
  const [mayRename] = useMay([["squad.rename", { squadId: squad.id }]]);
  const task = useTask();
  const squadId = squad.id;
  const inside = people.members.flatMap((member) => {
    const place = squad.members.find((one) => one.memberId === member.id);
    return place ? [{ member, as: place.as }] : [];
  });
  const outside = people.members.filter((one) => !inside.some(({ member }) => member.id === one.id));
  const assign = (memberId: string, as: string) =>
    task.run(() => mutate("squad.assign", { squadId, memberId, as: as === "" ? null : (as as Place) }));

  if (open === "rename") return <SquadForm squad={squad} onClose={() => setOpen(undefined)} />;
  return (
    <Sheet open onClose={onClose} title={squad.name}>
      {squad.purpose ? <p>{squad.purpose}</p> : null}
      {inside.length > 0 ? (
        <Card flush>
          {inside.map(({ member, as }) => (
            <ListRow
              key={member.id}
              title={member.name}
              end={
                people.admin ? (
                  <Select
                    aria-label={`${member.name} in ${squad.name}`}
                    options={places}
                    value={as}
                    onChange={(place) => void assign(member.id, place)}
                  />
                ) : as === "pm" ? (
                  "PM"
                ) : null
              }
            />
          ))}
        </Card>
      ) : (
        <p>Nobody is in it yet.</p>
      )}
      {people.admin && outside.length > 0 ? (
        <Field label="Put somebody in">
          <Select
            options={outside.map((one) => ({ value: one.id, label: one.name }))}
            value=""
            onChange={(memberId) => memberId !== "" && void assign(memberId, "member")}
            placeholder="Choose a person"
          />
        </Field>
      ) : null}
      <SquadOmtm squad={squad} />
      <Card flush>
        <ListRow href={`/signals?squad=${squad.id}`} title="Its signals" detail="what left its usual range" />
      </Card>
      <RefusalNote refused={task.refused} where="request" />
      {mayRename ? (
        <Button big onClick={() => setOpen("rename")}>
          Rename
        </Button>
      ) : null}
      {people.admin ? (
        <Button kind="danger" big onClick={() => setOpen("dismiss")}>
          Dismiss the squad
        </Button>
      ) : null}
      <ConfirmSheet
        open={open === "dismiss"}
        title={`Dismiss ${squad.name}?`}
        deed="Dismiss it"
        onConfirm={() => mutate("squad.dismiss", { squadId })}
        onClose={() => setOpen(undefined)}
      >
        <p>
          Its people stay in the workspace and its past stays readable. A squad that still carries objectives
          of a cycle in planning or running cannot be dismissed.
        </p>
      </ConfirmSheet>
    </Sheet>
  );
}
