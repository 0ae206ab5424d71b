import type { Webhook } from "../../../shared/channels/webhook.ts";
import { wayOf } from "../../../shared/people/preferences.ts";
import type { ReviewRows } from "../../../shared/reviews/rows.ts";
import { webhooks } from "../../store/channels.ts";
import { useMay } from "../../store/may.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Card } from "../../ui/Card.tsx";
import { plural } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";

const programs = { slack: "Slack", teams: "Teams", generic: "A program" } as const;

/** Who is told a squad's digest once its metric check is done, and by which ways. */
export function DigestWays({ squadId, rows }: { squadId: string; rows: ReviewRows }) {
  // Who may rename a squad is its PM or an admin: the same people who may say where it is heard.
  const [maySetUp] = useMay([["squad.rename", { squadId }]]);
  const squad = rows.squads.find((one) => one.id === squadId);
  if (squad === undefined) return null;
  const people = rows.members
    .filter((one) => one.state === "active" && squad.members.some((two) => two.memberId === one.id))
    .filter((one) => wayOf(one.preferences, "digest") !== "off");
  const mailed = people.filter((one) => ["email", "both"].includes(wayOf(one.preferences, "digest")));
  return (
    <Section title="Where the digest goes" end="once it is complete">
      <Card flush>
        <ListRow
          title={
            people.length === 0 ? "Nobody in the squad takes it" : plural(people.length, "person", "people")
          }
          detail={[
            "by notification within their hours",
            mailed.length > 0 && `${mailed.length} of them by e-mail, where it is set up`,
          ]
            .filter(Boolean)
            .join(", ")}
        />
        {maySetUp ? <Channels squadId={squadId} /> : null}
      </Card>
    </Section>
  );
}

/** The channels a squad's digest is posted to; the server keeps them, and tells only who may set them up. */
function Channels({ squadId }: { squadId: string }) {
  const [answer] = useAnswer(webhooks, { key: squadId });
  if (answer.state === "waiting") return null;
  if (answer.state === "refused")
    return <ListRow title="Slack and Teams" detail="Where they are set up, they hear it too." />;
  const told = answer.value.filter((one) => isTold(one, squadId));
  if (told.length === 0)
    return (
      <ListRow href="/me/webhooks" title="Slack or Teams" detail="No channel hears it yet. Set one up." />
    );
  return told.map((one) => (
    <ListRow
      key={one.id}
      href={`/me/webhooks/${one.id}`}
      title={<span dir="auto">{one.name}</span>}
      detail={one.state === "on" ? programs[one.kind] : `${programs[one.kind]}, switched off`}
    />
  ));
}

function isTold({ says, squadId: of }: Webhook, squadId: string): boolean {
  return says.includes("digest") && (of === undefined || of === squadId);
}
