import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { type ReportLink, reportLinks, revokeReportLink } from "../../store/report-links.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Button } from "../../ui/Button.tsx";
import { formatDay, plural } from "../../ui/day.ts";
import { Icon } from "../../ui/Icon.tsx";
import { NeedsServer } from "../../ui/NeedsServer.tsx";
import { OpenLinks } from "../../ui/OpenLinks.tsx";
import { Section } from "../../ui/Section.tsx";
import { ShareSheet } from "./ShareSheet.tsx";

/** Links by which somebody without an account reads this report: to make one, and to take one back. */
export function ReportLinks({ cycle, on }: { cycle: RowOf<"cycle">; on: string | undefined }) {
  const [listed, again] = useAnswer(reportLinks);
  const [sharing, setSharing] = useState(false);
  const open = listed.state === "here" ? listed.value.filter((one) => one.cycleId === cycle.id) : [];
  return (
    <Section title="Share it by a link">
      <Button onClick={() => setSharing(true)}>
        <Icon name="link" />
        Make a link
      </Button>
      {listed.state === "refused" ? (
        <NeedsServer code={listed.code} what="The list of links" onAgain={again} />
      ) : null}
      <OpenLinks
        label="Links that work"
        links={open.map((link) => ({
          id: link.id,
          which: whichWords(link),
          detail: `${openedWords(link)}; works until ${formatDay(link.expiresAt.slice(0, 10))}`,
        }))}
        afterwards="it opens nothing any more"
        onRevoke={(id) => revokeReportLink(id).then(again)}
      />
      {sharing ? <ShareSheet cycle={cycle} on={on} onMade={again} onClose={() => setSharing(false)} /> : null}
    </Section>
  );
}

function whichWords({ createdAt, toldOn }: ReportLink): string {
  const made = `of ${formatDay(createdAt.slice(0, 10))}`;
  return toldOn === null ? made : `${made}, as of ${formatDay(toldOn, undefined, createdAt)}`;
}

function openedWords({ opened, openedAt }: ReportLink): string {
  if (openedAt === null) return "Not opened yet";
  return `Opened ${plural(opened, "time")}, last ${formatDay(openedAt.slice(0, 10))}`;
}
