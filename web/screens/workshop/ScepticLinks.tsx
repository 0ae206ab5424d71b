import { revokeScepticLink, scepticLinks } from "../../store/sceptic.ts";
import { useAnswer } from "../../ui/answer.ts";
import { formatDay } from "../../ui/day.ts";
import { NeedsServer } from "../../ui/NeedsServer.tsx";
import { OpenLinks } from "../../ui/OpenLinks.tsx";

/** Links of this candidate that wait for their answer; one that went astray is revoked here. */
export function ScepticLinks({ candidateId }: { candidateId: string }) {
  const [listed, again] = useAnswer(scepticLinks);
  if (listed.state === "waiting") return null;
  if (listed.state === "refused")
    return <NeedsServer code={listed.code} what="The list of open links" onAgain={again} />;
  return (
    <OpenLinks
      label="Open links"
      links={listed.value
        .filter((one) => one.candidateId === candidateId)
        .map(({ id, createdAt, expiresAt }) => ({
          id,
          which: `of ${formatDay(createdAt.slice(0, 10))}`,
          detail: `Not answered yet; good until ${formatDay(expiresAt.slice(0, 10))}`,
        }))}
      afterwards="it asks nothing any more"
      onRevoke={(id) => revokeScepticLink(id).then(again)}
    />
  );
}
