import { pastReport, reportOf } from "../../shared/reviews/report.ts";
import { reportText } from "../../shared/reviews/report-words.ts";
import { isoNow } from "../../shared/time/instant.ts";
import { localDate } from "../../shared/time/local-date.ts";
import { squadView } from "../channels/squad-view.ts";
import { Refused } from "../errors.ts";
import { outsideLinks } from "../people/outside-links.ts";
import { day, type PeopleDeps } from "../people/people-deps.ts";
import { hashOf } from "../people/secret.ts";
import { revisionByEndOf, revisionOn } from "../sync/history.ts";
import * as store from "./report-link-store.ts";
import type { Told } from "./report-page.ts";
import { findCycle, reportRows } from "./report-rows-store.ts";

const links = outsideLinks<Pick<store.ReportLink, "cycleId" | "toldOn">, store.ReportLink>({
  ...{ name: "report-link", lifetime: 30 * day, path: (secret) => `/r/${secret}` },
  ...{ insert: store.insertLink, list: store.listLinks, revoke: store.revokeLink },
});

export const { list: listLinks, revoke: revokeLink } = links;

/**
 * Makes a link that shows one cycle's report to whoever has it, for 30 days; the secret is shown only now. With `on` it
 * tells that day for good, else the one it is opened on. Refuses a day that has not begun or had nothing to tell.
 */
export async function makeLink(
  deps: PeopleDeps,
  who: { workspaceId: string; memberId: string },
  { cycleId, on }: { cycleId: string; on?: string | undefined },
): Promise<{ id: string; url: string; expiresAt: string }> {
  const about = { cycleId, toldOn: on ?? null };
  const { workspaceId } = who;
  if (on !== undefined) await revisionOn(deps, workspaceId, on);
  if ((await tell(deps, { workspaceId, ...about })) === undefined)
    throw new Refused("not_found", { field: "cycleId" });
  return links.make(deps, who, about);
}

/**
 * The report a link shows, of today or of its day. Expired, revoked and invented ones look the same: undefined. `counts` is
 * false for a look that is not an opening.
 */
export async function openLink(deps: PeopleDeps, secret: string, counts: boolean): Promise<Told | undefined> {
  const link = await store.findLink(deps.database, hashOf(secret), isoNow(deps));
  const told = link && (await tell(deps, link));
  if (link === undefined || told === undefined) return undefined;
  if (counts) await deps.database.write([store.countOpening(link.id, isoNow(deps))]);
  return { ...told, expiresOn: link.expiresAt.slice(0, 10) };
}

async function tell(
  deps: PeopleDeps,
  { workspaceId, cycleId, toldOn }: Pick<store.ReportLink, "workspaceId" | "cycleId" | "toldOn">,
): Promise<Pick<Told, "report" | "text"> | undefined> {
  const cycle = await findCycle(deps.database, workspaceId, cycleId);
  if (cycle === undefined) return undefined;
  const revision = toldOn === null ? undefined : await revisionByEndOf(deps, workspaceId, toldOn);
  const rows = squadView(await reportRows(deps.database, workspaceId, cycle, revision));
  if (rows === undefined) return undefined;
  const report =
    toldOn === null
      ? reportOf(cycleId, localDate(deps.now(), rows.workspace.zone), rows)
      : pastReport(cycleId, toldOn, rows);
  return report && { report, text: reportText(report, rows, "en-GB") };
}
