import type { RowOf } from "../../../shared/sync/mutation.ts";
import { createScepticLink } from "../../store/sceptic.ts";
import { useSyncState } from "../../store/sync-state.ts";
import { LinkSheet } from "../../ui/LinkSheet.tsx";
import styles from "./Candidate.module.css";

/** Makes the link for one sceptic and hands it over. */
export function ScepticSheet({
  candidate,
  onMade,
  onClose,
}: {
  candidate: RowOf<"candidate">;
  onMade: () => void;
  onClose: () => void;
}) {
  const { phase } = useSyncState();
  return (
    <LinkSheet
      title="Ask a sceptic"
      made={{
        title: "Link for one sceptic",
        label: `Would a customer care about “${candidate.name}”?`,
        detail: "For one answer",
      }}
      offline={phase === "offline" ? "Judging goes on without a network" : undefined}
      make={() => createScepticLink(candidate.id)}
      onMade={onMade}
      onClose={onClose}
    >
      <p>
        Whoever opens the link reads the name, the definition and your company’s name, and nothing else. They
        need no account and answer once.
      </p>
      {candidate.sceptic ? (
        <p className={styles.soft}>A new answer takes the place of the one that is there.</p>
      ) : null}
    </LinkSheet>
  );
}
