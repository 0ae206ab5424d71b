import { useState } from "react";
import { useToday } from "../../store/live.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatDay, plural } from "../../ui/day.ts";
import { Icon } from "../../ui/Icon.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Page } from "../../ui/Page.tsx";
import { roleWords } from "../../ui/role.ts";
import { Invite } from "./Invite.tsx";
import { MemberSheet } from "./MemberSheet.tsx";
import { OpenInvites } from "./OpenInvites.tsx";
import { squadsOf, usePeople } from "./use-people.ts";

/** Who is in the workspace and as what. Everybody sees it; an admin invites and changes. */
export function People() {
  const people = usePeople();
  const today = useToday();
  const [openId, setOpenId] = useState<string>();
  const [inviting, setInviting] = useState(false);
  const [made, setMade] = useState(0);
  if (people === undefined) return <Page title="People">{null}</Page>;
  const { members, squads, myId, admin } = people;
  const open = members.find((one) => one.id === openId);
  const nameOf = (id: string) => members.find((one) => one.id === id)?.name;
  return (
    <Page
      title="People"
      detail={plural(members.length, "person", "people")}
      back={{ href: "/me", label: "your page" }}
    >
      {admin ? (
        <Button big onClick={() => setInviting(true)}>
          <Icon name="plus" />
          Invite somebody
        </Button>
      ) : null}
      <Card flush>
        {members.map((member) => {
          const away = member.delegate && member.delegate.untilOn >= today ? member.delegate : undefined;
          return (
            <ListRow
              key={member.id}
              lead={<Avatar name={member.name} />}
              title={member.id === myId ? `${member.name} (you)` : member.name}
              detail={
                away
                  ? `away until ${formatDay(away.untilOn)}, ${nameOf(away.memberId) ?? "somebody"} stands in`
                  : squadsOf(member.id, squads) || "in no squad"
              }
              end={[roleWords[member.role].name, member.title?.toUpperCase()].filter(Boolean).join(" · ")}
              onClick={() => setOpenId(member.id)}
            />
          );
        })}
      </Card>
      {admin ? <OpenInvites key={made} squads={squads} /> : null}
      {inviting ? (
        <Invite
          squads={squads}
          onClose={() => {
            setInviting(false);
            setMade(made + 1);
          }}
        />
      ) : null}
      {open ? (
        <MemberSheet key={open.id} member={open} people={people} onClose={() => setOpenId(undefined)} />
      ) : null}
    </Page>
  );
}
