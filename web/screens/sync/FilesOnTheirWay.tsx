import type { useUploads } from "../../store/attachments.ts";
import { uploadNow } from "../../store/uploads.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { FileRow } from "../../ui/FileRow.tsx";
import { sizeWords } from "../../ui/file-size.ts";
import { Section } from "../../ui/Section.tsx";
import { useTask } from "../../ui/task.ts";
import { uploadState } from "../../ui/upload-words.ts";

/** Attached files whose contents are only on this phone so far. */
export function FilesOnTheirWay({
  files,
  offline,
}: {
  files: NonNullable<ReturnType<typeof useUploads>>;
  offline: boolean;
}) {
  const task = useTask();
  if (files.length === 0) return null;
  return (
    <Section title="Files on their way" end={String(files.length)}>
      <Card flush>
        <ul>
          {files.map(({ id, name, upload }) => {
            const state = uploadState(upload, offline);
            return (
              <li key={id}>
                <FileRow
                  name={name}
                  detail={sizeWords(upload.size)}
                  state={state.words}
                  progress={state.progress}
                  actions={
                    state.stuck ? (
                      <Button kind="quiet" busy={task.busy} onClick={() => task.run(uploadNow)}>
                        Try again
                      </Button>
                    ) : null
                  }
                />
              </li>
            );
          })}
        </ul>
      </Card>
    </Section>
  );
}
