import { contentOf, type Said } from "../../shared/channels/content.ts";
import { reportSaying } from "../../shared/channels/report-saying.ts";
import type { Topic } from "../../shared/channels/webhook.ts";
import type { Database } from "../db/client.ts";
import { errorOf } from "../errors.ts";
import type { Log } from "../log.ts";
import { reportsNow } from "./report-now.ts";
import { squadsNow } from "./squad-now.ts";
import type { WebhookPlan } from "./webhook-message-store.ts";

/** Puts a message into words by what is true now; an error for one that cannot be, which is logged. */
export type WebhookContent = (
  workspaceId: string,
  says: Topic,
  about: Pick<WebhookPlan, "subjectId" | "occurrenceOn">,
) => Promise<Said | Error>;

/** The rows of a workspace are read once for all messages that are due together. */
export function webhookContent(deps: {
  database: Database;
  now(): number;
  origin(): string;
  log: Log;
}): WebhookContent {
  const squads = squadsNow(deps);
  const reports = reportsNow(deps);

  return async (workspaceId, says, { subjectId, occurrenceOn }) => {
    const origin = deps.origin();
    if (says === "report") {
      const found = await reports(workspaceId);
      if (found === undefined) return { skip: "nothing-to-say" };
      return attempted(deps.log, () => ({ saying: reportSaying(found.report, found.rows, origin) }));
    }
    const rows = await squads(workspaceId);
    if (rows === undefined) return { skip: "squad-gone" };
    return attempted(deps.log, () => contentOf({ says, subjectId, occurrenceOn }, rows, { origin }));
  };
}

/** One that cannot be put into words must not stop the others. */
function attempted(log: Log, words: () => Said): Said | Error {
  try {
    return words();
  } catch (error) {
    const fault = errorOf(error);
    log.error("webhook.fault", { error: fault.name, stack: fault.stack });
    return fault;
  }
}
