import { useState } from "react";
import { type AttentionItem, discard, resend, sendTo, textOf } from "../../store/attention.ts";
import { useNow } from "../../store/live.ts";
import { Button } from "../../ui/Button.tsx";
import { ConfirmSheet } from "../../ui/ConfirmSheet.tsx";
import { formatAgo } from "../../ui/day.ts";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { refusalWords } from "../../ui/refusal.ts";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import styles from "./AttentionCard.module.css";
import { type About, causeOf, firstName, isFinal, isTheirs, useAbout } from "./attention-about.ts";
import { attentionText, attentionTitle } from "./attention-words.ts";
import { EditAttention, editable } from "./EditAttention.tsx";

/** One piece of work that was not accepted: why, its words untouched, and every way on. */
export function AttentionCard({ item, first }: { item: AttentionItem; first: boolean }) {
  const about = useAbout(item) ?? {};
  const [open, setOpen] = useState<"edit" | "discard">();
  const task = useTask();
  const now = useNow();
  const { keyResult, metric } = about;
  const newOwner = isTheirs(item) ? about.newOwner : undefined;
  const out = isFinal(item);
  const subject = keyResult?.title ?? metric?.name;
  const text = attentionText(item.args, keyResult?.unit ?? metric?.unit);
  const kind = first && item.sentTo === undefined ? "owed" : "plain";

  const copy = () =>
    task.run(async () => {
      const words = await textOf(item.id);
      const copied = await navigator.clipboard.writeText(words).then(
        () => true,
        () => false,
      );
      showToast({ text: copied ? "Copied" : "Copying is blocked here. Select the text above instead." });
    });
  const again = () => {
    if (editable(item.args)) return setOpen("edit");
    void task.run(() => resend(item.id));
  };
  const handOver = (to: NonNullable<About["newOwner"]>) =>
    task.run(async () => {
      const outcome = await sendTo(item.id, to.id);
      if (outcome === "copied") showToast({ text: `Copied. Paste it to ${firstName(to.name)}.` });
    });

  return (
    <section className={styles.card} aria-label={attentionTitle(item.name)}>
      <h3 className={styles.title}>{attentionTitle(item.name)}</h3>
      {subject ? <p className={styles.subject}>{subject}</p> : null}
      <p>
        {causeOf(item, about)} {text ? "Nothing is lost:" : ""}
      </p>
      {text ? <blockquote className={styles.text}>{text}</blockquote> : null}
      {newOwner ? null : <p>{refusalWords(item.code, "attention").todo}</p>}
      <p className={styles.when}>
        written {formatAgo(item.at, now)}
        {item.sentTo && newOwner
          ? `, handed to ${firstName(newOwner.name)} ${formatAgo(item.sentTo.at, now)}`
          : ""}
      </p>
      <RefusalNote refused={task.refused} where="attention" />
      <div className={styles.actions}>
        {newOwner ? (
          <Button kind={kind} busy={task.busy} onClick={() => handOver(newOwner)}>
            Send to {firstName(newOwner.name)}
          </Button>
        ) : out ? null : (
          <Button kind={kind} busy={task.busy} onClick={again}>
            {editable(item.args) ? "Edit and send again" : "Send again"}
          </Button>
        )}
        <Button kind={out ? kind : "plain"} onClick={copy}>
          Copy text
        </Button>
        {newOwner ? (
          <Button kind="quiet" onClick={again}>
            Send again
          </Button>
        ) : null}
        <Button kind="quiet" onClick={() => setOpen("discard")}>
          Discard
        </Button>
      </div>
      {open === "edit" ? (
        <EditAttention item={item} about={about} onClose={() => setOpen(undefined)} />
      ) : null}
      <ConfirmSheet
        open={open === "discard"}
        title="Discard this for good?"
        deed="Discard it"
        where="attention"
        onConfirm={() => discard(item.id)}
        onClose={() => setOpen(undefined)}
      >
        <p>
          {text ? `It is only on this phone: ${text}` : "It is only on this phone."} Nobody can bring it back.
        </p>
      </ConfirmSheet>
    </section>
  );
}
