import { useState } from "react";
import { mayPass } from "../../../shared/people/policy.ts";
import { switchWorkspace, useSession } from "../../store/session.ts";
import { useMe } from "../../store/signed-in-member.ts";
import { useSyncState } from "../../store/sync-state.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Page } from "../../ui/Page.tsx";
import { roleWords } from "../../ui/role.ts";
import { Section } from "../../ui/Section.tsx";
import { EmailRow } from "./EmailRow.tsx";
import { MyLine } from "./MyLine.tsx";
import { SignOut } from "./SignOut.tsx";
import { WebhooksRow } from "./WebhooksRow.tsx";
import { ZoneQuestion } from "./ZoneQuestion.tsx";

/** Behind the avatar: who I am, my line to the star, and everything that is about me, this device or the workspace. */
export function Me() {
  const me = useMe();
  const sync = useSyncState();
  const [leaving, setLeaving] = useState(false);
  if (me === undefined) return <Page title="You">{null}</Page>;
  const { member, workspace } = me;
  const unsent = sync.pending + sync.attention;
  return (
    <Page
      title={member.name}
      detail={`${roleWords[member.role].name}${member.title ? `, ${member.title.toUpperCase()}` : ""} · ${workspace.name}`}
      back={{ href: "/", label: "Today" }}
    >
      <ZoneQuestion member={member} />
      {member.role === "viewer" ? null : <MyLine memberId={member.id} />}
      <Section title="You and this device">
        <Card flush>
          <Row href="/me/sync" icon="sync" title="On this phone" end={syncWords(sync)} />
          <Row href="/me/notifications" icon="bell" title="Notifications" />
          <Row
            href="/me/settings"
            icon="person"
            title="My settings"
            end={awayWords(member.delegate, me.people)}
          />
          <EmailRow email={member.email} />
          <Row href="/me/calendar" icon="clock" title="Calendar" />
          <Row href="/me/devices" icon="device" title="Devices and passkeys" />
          <Row href="/me/install" icon="plus" title="On the home screen" />
        </Card>
      </Section>
      <Section title={workspace.name}>
        <Card flush>
          <Row href="/search" icon="search" title="Search" />
          <Row href="/me/people" icon="people" title="People" end={String(me.people.length)} />
          <Row href="/me/squads" icon="flag" title="Squads" />
          <Row href="/me/workspace" icon="workspace" title="Workspace and rhythm" />
          {mayPass("tokens", member.role, false) ? (
            <Row href="/me/tokens" icon="key" title="API tokens" />
          ) : null}
          {member.role === "viewer" ? null : <Row href="/me/imports" icon="import" title="Import a file" />}
          <Row href="/me/export" icon="export" title="Export" />
          {mayPass("webhooks", member.role, false) ? <WebhooksRow isAdmin={member.role === "admin"} /> : null}
          {mayPass("connectors", member.role, false) ? (
            <Row href="/me/connectors" icon="link" title="Metric sources" />
          ) : null}
        </Card>
      </Section>
      <OtherWorkspaces />
      <Button big onClick={() => setLeaving(true)}>
        Sign out{unsent > 0 ? ` (${unsent} only on this device)` : ""}
      </Button>
      {leaving ? <SignOut onClose={() => setLeaving(false)} /> : null}
    </Page>
  );
}

function Row(row: { href: string; icon: IconName; title: string; end?: string | undefined }) {
  return <ListRow href={row.href} lead={<Icon name={row.icon} />} title={row.title} end={row.end} />;
}

function syncWords({ pending, attention }: { pending: number; attention: number }): string {
  if (attention > 0) return `${attention} ${attention === 1 ? "needs" : "need"} you`;
  return pending > 0 ? `${pending} waiting` : "all sent";
}

function awayWords(
  delegate: { memberId: string; untilOn: string } | undefined,
  people: readonly { id: string; name: string }[],
): string | undefined {
  const name = people.find((one) => one.id === delegate?.memberId)?.name;
  return name === undefined ? undefined : `${name} stands in`;
}

function OtherWorkspaces() {
  const session = useSession();
  if (session.state !== "signed-in" || session.workspaces.length < 2) return null;
  const others = session.workspaces.filter((one) => one.id !== session.workspaceId);
  return (
    <Section title="Other workspaces">
      <Card flush>
        {others.map((one) => (
          <ListRow
            key={one.id}
            title={one.name}
            detail={roleWords[one.role].name}
            end="open"
            onClick={() => void switchWorkspace(one.id)}
          />
        ))}
      </Card>
    </Section>
  );
}
