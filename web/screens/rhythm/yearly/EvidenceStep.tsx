import { useState } from "react";
import { useLocation } from "wouter";
import { namesIn } from "../../../../shared/reviews/names.ts";
import { useDrafted } from "../../../store/drafted.ts";
import { mutate } from "../../../store/mutate.ts";
import { Card } from "../../../ui/Card.tsx";
import { DraftNote } from "../../../ui/DraftNote.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Form } from "../../../ui/Form.tsx";
import { FormEnd } from "../../../ui/FormEnd.tsx";
import { fieldErrors } from "../../../ui/field-errors.ts";
import { focusOnMount } from "../../../ui/focus-on-mount.ts";
import { TextArea } from "../../../ui/TextArea.tsx";
import { useTask } from "../../../ui/task.ts";
import { Files } from "../Files.tsx";
import styles from "../Rhythm.module.css";
import { EvidenceRead } from "./EvidenceRead.tsx";
import type { StepProps } from "./RevalidationWalk.tsx";
import { linksIn } from "./yearly-words.ts";

interface Typed {
  plan: string;
  market: string;
  links: string;
}

/** What next year's plan and the market say, in words, and as links and files of what says it. */
export function EvidenceStep({ view, now, today, mayWrite, next }: StepProps) {
  return (
    <Card label="Plan and market">
      <h2 className={styles.subject} tabIndex={-1} ref={focusOnMount}>
        Does it still fit the plan and the market?
      </h2>
      {mayWrite ? (
        <EvidenceForm view={view} now={now} today={today} next={next} />
      ) : (
        <EvidenceRead starId={view.star.id} said={now} rows={view.rows} today={today} />
      )}
    </Card>
  );
}

function EvidenceForm({ view, now, today, next }: Omit<StepProps, "mayWrite">) {
  const [, navigate] = useLocation();
  const [tried, setTried] = useState(false);
  const task = useTask();
  const northStarId = view.star.id;
  const draft = useDrafted<Typed>(`north-star.attest ${northStarId} evidence`, {
    plan: now.plan ?? "",
    market: now.market ?? "",
    links: (now.links ?? []).join("\n"),
  });
  if (draft === undefined) return null;
  const { plan, market, links } = draft.value;
  const addresses = linksIn(links);
  const missing =
    addresses === undefined ? { links: "One address a line, at most 20, each from https:// on." } : {};
  const errors = fieldErrors(tried ? missing : {}, task.refused);

  async function save() {
    setTried(true);
    if (draft === undefined || addresses === undefined) return;
    const said = {
      plan: plan.trim() === "" ? null : plan.trim(),
      market: market.trim() === "" ? null : market.trim(),
      links: addresses.length === 0 ? null : addresses,
    };
    if (!(await task.run(() => mutate("north-star.attest", { northStarId, ...said })))) return;
    await draft.drop();
    navigate(next);
  }

  return (
    <Form label="Plan and market" onSubmit={save}>
      <DraftNote draft={draft} />
      <Field
        label="The profit and loss plan"
        hint="Does next year’s plan still follow from it? Where does it not?"
        error={errors.plan}
      >
        <TextArea rows={4} max={2000} value={plan} onChange={(plan) => draft.set({ plan })} />
      </Field>
      <Field
        label="Market signals"
        hint="What do customers, rivals and prices say that it does not show?"
        error={errors.market}
      >
        <TextArea rows={4} max={2000} value={market} onChange={(market) => draft.set({ market })} />
      </Field>
      <Field label="Links" hint="One a line: the plan, a study, a deck." error={errors.links}>
        <TextArea rows={2} max={20_000} value={links} onChange={(links) => draft.set({ links })} />
      </Field>
      <Files
        label="Files"
        hint="The plan or a study itself. Everybody in the workspace can download them; at most 10 MB each."
        subjectId={northStarId}
        openedAt={now.openedAt}
        today={today}
        nameOf={namesIn(view.rows).member}
      />
      <FormEnd task={task}>Save, next</FormEnd>
    </Form>
  );
}
