import { type DragEvent, useState } from "react";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { Field } from "../../ui/Field.tsx";
import { sizeWords } from "../../ui/file-size.ts";
import { Icon } from "../../ui/Icon.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import styles from "./Imports.module.css";

const largest = 32 * 1024 * 1024;

/** A file from this device, by its own dialog, by dropping it here, or as pasted text. */
export function FilePick({
  file,
  onForget,
  onChoose,
}: {
  file: File | undefined;
  /** Present when a mapping stands here from an earlier visit. */
  onForget: (() => Promise<void>) | undefined;
  onChoose: (file: File | undefined) => void;
}) {
  const [over, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);

  function take(chosen: File | undefined) {
    setOver(false);
    if (chosen === undefined) return;
    setTooLarge(chosen.size > largest);
    if (chosen.size <= largest) onChoose(chosen);
  }
  const drop = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };

  return (
    <>
      {onForget ? (
        <Banner
          tone="quiet"
          icon="pencil"
          title="Which column is what is still here"
          body="Only the file has to be chosen again: files are not kept."
          action={<Button onClick={() => void onForget()}>Start over</Button>}
        />
      ) : null}
      <label
        className={classes(styles.pick, over && styles.over)}
        onDrop={drop}
        onDragOver={drag}
        onDragLeave={() => setOver(false)}
      >
        <Icon name="import" />
        <span className={styles.picked}>
          <span className={styles.name}>{file?.name ?? "Choose a file"}</span>
          <span className={styles.soft}>
            {file === undefined ? "CSV or JSON, at most 32 MB" : `${sizeWords(file.size)}. Choose another`}
          </span>
        </span>
        <input
          className="visually-hidden"
          type="file"
          accept=".csv,.tsv,.txt,.json,text/csv,text/plain,text/tab-separated-values,application/json"
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            // The same file again, mended meanwhile, is a choice too.
            event.currentTarget.value = "";
          }}
        />
      </label>
      {tooLarge ? (
        <Banner
          tone="bad"
          title="This file is larger than 32 MB"
          body="Split it and import the parts one by one."
        />
      ) : null}
      <Paste onChoose={take} />
    </>
  );
}

function Paste({ onChoose }: { onChoose: (file: File) => void }) {
  const [text, setText] = useState("");
  const use = () => {
    onChoose(new File([text], "pasted rows.csv", { type: "text/csv" }));
    setText("");
  };
  return (
    <details className={styles.more}>
      <summary>Paste rows instead</summary>
      <Field label="Rows with their heading" hint="As copied from a spreadsheet, or as CSV.">
        <TextArea value={text} onChange={setText} rows={4} spellCheck={false} autoComplete="off" />
      </Field>
      <Button onClick={use} disabled={text.trim() === ""}>
        Use this text
      </Button>
    </details>
  );
}
