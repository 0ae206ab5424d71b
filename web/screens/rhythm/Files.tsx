import { useState } from "react";
import { type AttachedFile, attachFile, useAttachments } from "../../store/attachments.ts";
import { fileAddress, openFile } from "../../store/kept-files.ts";
import { useMemberId } from "../../store/me.ts";
import { mutate, newId } from "../../store/mutate.ts";
import { useSyncState } from "../../store/sync-state.ts";
import { uploadNow } from "../../store/uploads.ts";
import { AddFile } from "../../ui/AddFile.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { formatDay } from "../../ui/day.ts";
import { FileRow } from "../../ui/FileRow.tsx";
import { sizeWords } from "../../ui/file-size.ts";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { offlineWords, stateOf } from "./file-words.ts";
import styles from "./Rhythm.module.css";

interface Place {
  /** The review, or the North Star. */
  subjectId: string;
  /** Of a North Star: which re-validation, by when it was opened. */
  openedAt?: string;
  today: string;
  nameOf: (memberId: string) => string;
}

/** Files as they were attached, to be opened. Nothing where there are none. */
export function FilesRead(place: Place) {
  const files = useFilesAt(place);
  return files.length === 0 ? null : <Rows {...place} files={files} />;
}

/** The same as a part of a page. */
export function FilesSection(place: Place) {
  const files = useFilesAt(place);
  return files.length === 0 ? null : (
    <Section title="Files">
      <Card flush>
        <Rows {...place} files={files} />
      </Card>
    </Section>
  );
}

/** The same with room for more, and a way to remove what is there. */
export function Files({ label, hint, ...place }: Place & { label: string; hint: string }) {
  const files = useFilesAt(place);
  const [about, setAbout] = useState<string>();
  const task = useTask();

  async function add(chosen: File[]) {
    for (const one of chosen) {
      setAbout(one.name);
      const id = newId();
      if (!(await task.run(() => attachFile(place.subjectId, one, id)))) return;
      const undo = () => void mutate("attachment.remove", { attachmentId: id });
      showToast({ text: `${one.name} is attached`, action: { label: "Undo", onTap: undo } });
    }
    setAbout(undefined);
  }

  async function remove({ id, name }: AttachedFile["file"]) {
    setAbout(name);
    if (!(await task.run(() => mutate("attachment.remove", { attachmentId: id })))) return;
    const undo = () => void mutate("attachment.bring-back", { attachmentId: id });
    showToast({ text: `${name} is removed`, action: { label: "Undo", onTap: undo } });
  }

  return (
    <section aria-label={label} className={styles.work}>
      <div>
        <h3 className={styles.filesTitle}>{label}</h3>
        <p className={styles.soft}>{hint}</p>
      </div>
      {files.length === 0 ? null : <Rows {...place} files={files} onRemove={(file) => void remove(file)} />}
      {task.refused === undefined || about === undefined ? null : (
        <p className={styles.soft} dir="auto">
          {about}
        </p>
      )}
      <RefusalNote refused={task.refused} where="request" />
      <AddFile label="Attach a file" busy={task.busy} onChoose={(chosen) => void add(chosen)} />
    </section>
  );
}

function Rows({ files, ...drawn }: Drawn & { files: AttachedFile[] }) {
  return (
    <ul className={styles.files}>
      {files.map((one) => (
        <Row key={one.file.id} one={one} {...drawn} />
      ))}
    </ul>
  );
}

interface Drawn extends Place {
  onRemove?: (file: AttachedFile["file"]) => void;
}

function Row({ one, today, nameOf, onRemove }: Drawn & { one: AttachedFile }) {
  const { file, upload } = one;
  const memberId = useMemberId();
  const offline = useSyncState().phase === "offline";
  const again = useTask();
  const opening = useTask();
  const state = stateOf(one, file.by === memberId ? null : nameOf(file.by), offline);
  const canOpen = upload !== undefined || (state === undefined && !offline);
  const fetching = opening.busy && upload === undefined;
  const words = fetching ? "Fetching it" : (state?.words ?? (offline ? offlineWords(one) : undefined));
  const day = formatDay(file.at.slice(0, 10), undefined, today);
  return (
    <li>
      <FileRow
        name={file.name}
        detail={`${sizeWords(file.size)} · ${nameOf(file.by)}, ${day}`}
        href={canOpen ? fileAddress(file.id) : undefined}
        onOpen={() => void opening.run(async () => saveFile(file.name, await openFile(file)))}
        state={words}
        progress={state?.progress}
        actions={
          state?.stuck || onRemove ? (
            <>
              {state?.stuck ? (
                <Button kind="quiet" busy={again.busy} onClick={() => again.run(uploadNow)}>
                  Try again
                </Button>
              ) : null}
              {onRemove ? (
                <Button kind="quiet" onClick={() => onRemove(file)} aria-label={`Remove ${file.name}`}>
                  Remove
                </Button>
              ) : null}
            </>
          ) : null
        }
      />
      <RefusalNote refused={opening.refused} where="request" />
    </li>
  );
}

function useFilesAt({ subjectId, openedAt }: Place): AttachedFile[] {
  return (useAttachments(subjectId) ?? []).filter(({ file }) => file.openedAt === openedAt);
}
