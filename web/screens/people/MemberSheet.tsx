import { useState } from "react";
import type { Member, Role } from "../../../shared/people/member.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { revokeDevicesOf } from "../../store/api.ts";
import { mutate } from "../../store/mutate.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ConfirmSheet } from "../../ui/ConfirmSheet.tsx";
import { Field } from "../../ui/Field.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { rolesOffered, roleWords } from "../../ui/role.ts";
import { Select } from "../../ui/Select.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { zoneName } from "../../ui/zone.ts";
import { StandIn } from "./StandIn.tsx";
import { type People, squadsOf } from "./use-people.ts";

const titles = [
  { value: "cpo", label: "CPO, signs the North Star" },
  { value: "ceo", label: "CEO, signs the North Star" },
];

/** One person: read by everybody, changed at once by an admin. */
export function MemberSheet({
  member,
  people,
  onClose,
}: {
  member: RowOf<"member">;
  people: People;
  onClose: () => void;
}) {
  const [asking, setAsking] = useState<"remove" | "sign-out">();
  const task = useTask();
  const memberId = member.id;
  const squads = squadsOf(memberId, people.squads);
  const setRole = (role: string) =>
    task.run(() => mutate("member.set-role", { memberId, role: role as Role }));
  const setTitle = (title: string) =>
    task.run(() =>
      mutate("member.set-title", { memberId, title: (title || null) as NonNullable<Member["title"]> | null }),
    );

  return (
    <Sheet open onClose={onClose} title={member.name}>
      <Card flush>
        <ListRow title="Squads" end={squads || "none"} />
        <ListRow title="Time zone" end={zoneName(member.zone)} />
        {people.admin ? null : (
          <ListRow title="Role" detail={roleWords[member.role].may} end={roleWords[member.role].name} />
        )}
      </Card>
      {people.admin ? (
        <>
          <Field label="Role" hint={roleWords[member.role].may}>
            <Select
              options={rolesOffered.map((value) => ({ value, label: roleWords[value].name }))}
              value={member.role}
              onChange={(role) => void setRole(role)}
              disabled={task.busy}
            />
          </Field>
          <Field label="Title">
            <Select
              options={titles}
              value={member.title ?? ""}
              onChange={(title) => void setTitle(title)}
              placeholder="None"
              disabled={task.busy}
            />
          </Field>
          <RefusalNote refused={task.refused} where="request" />
          {member.role === "viewer" ? null : <StandIn member={member} members={people.members} />}
          <Button big onClick={() => setAsking("sign-out")}>
            Sign out {member.id === people.myId ? "my other devices" : "all their devices"}
          </Button>
          <Button kind="danger" big onClick={() => setAsking("remove")}>
            Remove from the workspace
          </Button>
        </>
      ) : null}
      <ConfirmSheet
        open={asking === "sign-out"}
        title="A phone was lost or stolen?"
        deed="Sign out everywhere"
        onConfirm={async () => {
          await revokeDevicesOf(memberId);
          showToast({ text: "Signed out everywhere" });
        }}
        onClose={() => setAsking(undefined)}
      >
        <p>
          Every device of {member.id === people.myId ? "yours but this one" : member.name} loses access within
          seconds and is cleared when it is next online. What was not sent yet from there is lost. To come
          back, a new link is needed.
        </p>
      </ConfirmSheet>
      <ConfirmSheet
        open={asking === "remove"}
        title={`Remove ${member.name}?`}
        deed="Remove"
        onConfirm={async () => {
          const outcome = await mutate("member.remove", { memberId });
          if (outcome.saved) showToast({ text: `${member.name} is removed` });
          return outcome;
        }}
        onClose={() => setAsking(undefined)}
      >
        <p>
          Their devices lose access and are cleared at their next contact. Their check-ins stay; their key
          results keep their name until somebody reassigns them. To come back they need a new invitation.
        </p>
      </ConfirmSheet>
    </Sheet>
  );
}
