import { useParams } from "wouter";
import { cancelImport, importTold, type Told } from "../../store/imports.ts";
import { useLive } from "../../store/live.ts";
import { useMemberId } from "../../store/me.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { NeedsServer } from "../../ui/NeedsServer.tsx";
import { Page } from "../../ui/Page.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./Imports.module.css";
import { JobEnd } from "./JobEnd.tsx";
import { kindWords, spaced } from "./words.ts";

const lookEvery = 1000;
const isOver = ({ import: { state } }: Told) => state !== "waiting" && state !== "applying";

/** One import: how far it is, how it ended. It goes on by itself, whoever looks. */
export function Import() {
  const { id = "" } = useParams<{ id: string }>();
  const [told, again] = useAnswer(async () => importTold(id), { key: id });
  return (
    <Page title="Import" detail={titleOf(told)} back={{ href: "/me/imports", label: "imports" }}>
      {told.state === "refused" && told.code === "not_found" ? (
        <EmptyState
          title="This import is not here"
          body="It may have been another workspace’s, or somebody else’s."
          action={<Button href="/me/imports">See the imports</Button>}
        />
      ) : told.state === "refused" ? (
        <NeedsServer code={told.code} what="How the import is going" onAgain={again} />
      ) : null}
      {told.state !== "here" ? null : isOver(told.value) ? (
        <JobEnd told={told.value} />
      ) : (
        <UnderWay first={told.value} onOver={again} />
      )}
    </Page>
  );
}

function titleOf(told: { state: string; value?: Told }): string | undefined {
  if (told.value === undefined) return undefined;
  const { kind, fileName } = told.value.import;
  return fileName === undefined ? kindWords[kind].label : `${kindWords[kind].label} from ${fileName}`;
}

function UnderWay({ first, onOver }: { first: Told; onOver: () => void }) {
  const { id, by } = first.import;
  const memberId = useMemberId();
  const me = useLive((read) => read.get("member", memberId), [memberId]);
  const [now, again] = useAnswer(async () => importTold(id), { key: id, every: lookEvery });
  const task = useTask();
  const { import: job } = now.state === "here" ? now.value : first;
  if (now.state === "here" && isOver(now.value)) return <JobEnd told={now.value} />;
  const said = `${spaced(job.applied)} of ${spaced(job.rows)} ${kindWords[job.kind].many}`;
  const mayCancel = by === memberId || me?.role === "admin";
  const cancel = () =>
    task.run(async () => {
      await cancelImport(id);
      onOver();
    });
  return (
    <div className={styles.report}>
      <label className={styles.going}>
        <span className={styles.figure}>{said}</span>
        <progress
          className={styles.progress}
          value={job.applied}
          max={Math.max(1, job.rows)}
          aria-valuetext={said}
        />
      </label>
      {now.state === "refused" ? (
        <NeedsServer code={now.code} what="How far it is" onAgain={again} />
      ) : (
        <Banner
          tone="quiet"
          title="The server is applying it"
          body="You may leave this page, or close the app; it goes on, also after a restart of the server."
        />
      )}
      <RefusalNote refused={task.refused} where="request" />
      {mayCancel ? (
        <Button big busy={task.busy} onClick={cancel}>
          Stop the import
        </Button>
      ) : null}
    </div>
  );
}
