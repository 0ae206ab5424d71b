import { useId } from "react";
import styles from "./Field.module.css";
import { Field } from "./Field.tsx";
import type { FieldErrors } from "./field-errors.ts";
import { Segmented } from "./Segmented.tsx";
import { TextArea } from "./TextArea.tsx";
import { type Verdict, verdictOptions } from "./verdict-words.ts";

interface Said {
  verdict: Verdict | undefined;
  evidence: string;
}

/** The answer to one test of a North Star, and what it rests on. Its question stands above, in the page's own words. */
export function VerdictFields({
  question,
  hint,
  said: { verdict, evidence },
  errors,
  onChange,
}: {
  question: string;
  hint: string;
  said: Said;
  errors: FieldErrors;
  onChange: (patch: Partial<Said>) => void;
}) {
  const refusal = useId();
  return (
    <>
      <Segmented
        label={question}
        options={verdictOptions}
        value={verdict}
        onChange={(verdict) => onChange({ verdict })}
        error={errors.verdict ? refusal : undefined}
      />
      <p className={styles.error} id={refusal} role="alert">
        {errors.verdict}
      </p>
      <Field label="Evidence" hint={hint} error={errors.evidence}>
        <TextArea rows={4} max={2000} value={evidence} onChange={(evidence) => onChange({ evidence })} />
      </Field>
    </>
  );
}
