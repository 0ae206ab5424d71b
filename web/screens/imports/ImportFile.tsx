import { useState } from "react";
import type { ImportKindName } from "../../../shared/imports/fields.ts";
import { useDrafted } from "../../store/drafted.ts";
import { heldFile, holdFile } from "../../store/imports.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Banner } from "../../ui/Banner.tsx";
import { CheckFile } from "./CheckFile.tsx";
import { FilePick } from "./FilePick.tsx";
import { headOf } from "./file-head.ts";
import { HowWritten } from "./HowWritten.tsx";
import type { ImportChoices } from "./import-choices.ts";
import { freshForm } from "./import-form.ts";
import { MappingFields } from "./MappingFields.tsx";
import { Preview } from "./Preview.tsx";

/** One kind of file from choosing it to handing it over. The mapping is kept, also without a file. */
export function ImportFile({
  kind,
  metric,
  choices,
}: {
  kind: ImportKindName;
  metric: string | null;
  choices: ImportChoices;
}) {
  const [file, setFile] = useState(() => heldFile(kind));
  const draft = useDrafted(`import ${kind} ${metric ?? ""}`, freshForm(metric));
  const { delimiter, encoding } = draft?.value ?? { delimiter: "", encoding: "" };
  const seen = `${file?.name} ${file?.size} ${file?.lastModified} ${delimiter} ${encoding}`;
  const [head] = useAnswer(
    async () => (file === undefined ? undefined : await headOf(file, { delimiter, encoding })),
    { key: seen },
  );
  if (draft === undefined) return null;
  const form = draft.value;

  function choose(chosen: File | undefined) {
    holdFile(kind, chosen);
    setFile(chosen);
  }

  const shown = head.state === "here" && file !== undefined ? head.value : undefined;
  return (
    <>
      <FilePick
        file={file}
        onForget={draft.restored && file === undefined ? draft.drop : undefined}
        onChoose={choose}
      />
      {file !== undefined && head.state === "here" && shown === undefined ? (
        <Banner
          tone="warn"
          title="No rows can be seen in this file"
          body="It may be a workbook: save it as CSV first. Or choose its encoding below."
        />
      ) : null}
      {shown === undefined ? null : (
        <>
          <MappingFields kind={kind} head={shown} form={form} choices={choices} set={draft.set} />
          <Preview kind={kind} head={shown} form={form} choices={choices} />
        </>
      )}
      {file === undefined ? null : <HowWritten kind={kind} form={form} set={draft.set} />}
      {file === undefined || shown === undefined ? null : (
        <CheckFile key={seen} kind={kind} file={file} head={shown} form={form} />
      )}
    </>
  );
}
