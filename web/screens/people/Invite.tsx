import { useState } from "react";
import type { Role } from "../../../shared/people/member.ts";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { createInvite } from "../../store/api.ts";
import { useSyncState } from "../../store/sync-state.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { formatDay } from "../../ui/day.ts";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { rolesOffered, roleWords } from "../../ui/role.ts";
import { Select } from "../../ui/Select.tsx";
import { ShareLink } from "../../ui/ShareLink.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { useTask } from "../../ui/task.ts";

/** A link that lets one person in, with the role and squad decided here. */
export function Invite({ squads, onClose }: { squads: RowOf<"squad">[]; onClose: () => void }) {
  const [made, setMade] = useState<{ url: string; expiresAt: string; name: string }>();
  const again = () => setMade(undefined);
  const { phase } = useSyncState();
  return (
    <Sheet open onClose={onClose} title={made ? `Link for ${made.name || "one person"}` : "Invite somebody"}>
      {made ? (
        <>
          <ShareLink
            url={made.url}
            label="Invitation to Northing"
            detail={`Lets one person in, until ${formatDay(made.expiresAt.slice(0, 10))}. It is shown only now.`}
          />
          <Button big onClick={again}>
            Invite another
          </Button>
        </>
      ) : phase === "offline" ? (
        <Banner
          tone="quiet"
          icon="offline"
          title="A link is made by the server"
          body="You are offline. Come back to this when you are online; it takes a few seconds."
        />
      ) : (
        <InviteForm squads={squads} onMade={setMade} />
      )}
    </Sheet>
  );
}

function InviteForm({
  squads,
  onMade,
}: {
  squads: RowOf<"squad">[];
  onMade: (made: { url: string; expiresAt: string; name: string }) => void;
}) {
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("member");
  const [squadId, setSquadId] = useState("");
  const [pm, setPm] = useState(false);
  const task = useTask();

  const make = () =>
    task.run(async () => {
      const squad =
        squadId === "" ? {} : ({ squadId, as: pm && role !== "viewer" ? "pm" : "member" } as const);
      const named = name.trim() === "" ? {} : { name: name.trim() };
      onMade({ ...(await createInvite({ role, ...squad, ...named })), name: name.trim() });
    });

  return (
    <Form label="Invite somebody" onSubmit={make}>
      <Field label="Name" hint="Optional. They can say it themselves.">
        <TextInput value={name} onChange={setName} autoComplete="off" autoFocus maxLength={200} />
      </Field>
      <Field label="Role" hint={roleWords[role].may}>
        <Select
          options={rolesOffered.map((value) => ({ value, label: roleWords[value].name }))}
          value={role}
          onChange={(value) => setRole(value as Role)}
        />
      </Field>
      {squads.length > 0 ? (
        <Field label="Squad">
          <Select
            options={squads.map((one) => ({ value: one.id, label: one.name }))}
            value={squadId}
            onChange={setSquadId}
            placeholder="None for now"
          />
        </Field>
      ) : null}
      {squadId !== "" && role !== "viewer" ? (
        <Switch
          label="As its PM"
          detail="Hears of missed check-ins and edits its key results"
          checked={pm}
          onChange={setPm}
        />
      ) : null}
      <FormEnd task={task}>Make the link</FormEnd>
    </Form>
  );
}
