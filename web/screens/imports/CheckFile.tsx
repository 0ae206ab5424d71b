import { useState } from "react";
import { useLocation } from "wouter";
import type { ImportKindName } from "../../../shared/imports/fields.ts";
import type { ImportReport } from "../../../shared/imports/report.ts";
import { checkImport, holdFile, startImport } from "../../store/imports.ts";
import { newId } from "../../store/mutate.ts";
import { useSyncState } from "../../store/sync-state.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { useTask } from "../../ui/task.ts";
import { type FileHead, typed } from "./file-head.ts";
import { type ImportForm, mappingFor, stillMissing, termsOf } from "./import-form.ts";
import { Report } from "./Report.tsx";
import { kindWords, rowsWords } from "./words.ts";

/** Has the server look at the whole file, shows what it found, and hands the file over once nothing is wrong. */
export function CheckFile({
  kind,
  file,
  head,
  form,
}: {
  kind: ImportKindName;
  file: File;
  head: FileHead;
  form: ImportForm;
}) {
  const [, navigate] = useLocation();
  const [found, setFound] = useState<{ report: ImportReport; asked: string; id: string }>();
  const task = useTask();
  const { phase } = useSyncState();
  const terms = termsOf(kind, head.headers, form);
  const asked = JSON.stringify(terms);
  const missing = stillMissing(kind, mappingFor(kind, head.headers, form));
  const current = found?.asked === asked ? found : undefined;
  const counts = current?.report.counts;
  const effects = counts === undefined ? 0 : counts.new + counts.changed;
  const isGood = current !== undefined && current.report.problemCount === 0;

  const check = () =>
    task.run(async () => {
      const report = await checkImport(kind, typed(file, head), terms);
      setFound({ report, asked, id: newId() });
    });
  const start = () =>
    task.run(async () => {
      if (current === undefined) return;
      try {
        const told = await startImport(kind, typed(file, head), terms, current.id);
        holdFile(kind, undefined);
        navigate(`/me/imports/${told.import.id}`);
      } catch (error) {
        // Something has changed since the check: look again, so that the report says what.
        setFound(undefined);
        throw error;
      }
    });

  return (
    <>
      {current === undefined ? null : <Report report={current.report} kind={kind} />}
      <RefusalNote refused={task.refused} where="request" />
      {phase === "offline" ? (
        <Banner
          tone="quiet"
          icon="offline"
          title="The file is checked by the server"
          body="You are offline. What you chose here is kept; come back to it when you are online."
        />
      ) : isGood && effects > 0 ? (
        <Button kind="owed" big busy={task.busy} onClick={start}>
          Import {rowsWords(current.report.rows)} of {kindWords[kind].many}
        </Button>
      ) : isGood ? (
        <Banner tone="quiet" icon="check" title="Everything in this file is here already" />
      ) : (
        <Button kind="owed" big busy={task.busy} disabled={missing.length > 0} onClick={check}>
          {current === undefined ? "Check the file" : "Check it again"}
        </Button>
      )}
    </>
  );
}
