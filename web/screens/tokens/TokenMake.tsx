import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useDrafted } from "../../store/drafted.ts";
import { useSyncState } from "../../store/sync-state.ts";
import { type ApiToken, makeApiToken } from "../../store/tokens.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { CopyText } from "../../ui/CopyText.tsx";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormEnd } from "../../ui/FormEnd.tsx";
import { type FieldErrors, fieldErrors } from "../../ui/field-errors.ts";
import { Select } from "../../ui/Select.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { useTask } from "../../ui/task.ts";
import { TokenExample } from "./TokenExample.tsx";
import styles from "./Tokens.module.css";

const ends = [
  { value: "30", label: "After 30 days" },
  { value: "90", label: "After 90 days" },
  { value: "365", label: "After a year" },
  { value: "", label: "When somebody revokes it" },
];
const blank = { name: "", days: "365", every: true, metricIds: [] as string[] };

interface Offer {
  metrics: readonly RowOf<"metric">[];
  onMade: () => void;
}

/** A new token: its terms, then its secret, which no later visit shows again. */
export function TokenMake({ metrics, onMade, onClose }: Offer & { onClose: () => void }) {
  const [made, setMade] = useState<ApiToken & { secret: string }>();
  const { phase } = useSyncState();
  return (
    <Sheet open onClose={onClose} title={made ? `Token for ${made.name}` : "Make a token"}>
      {made ? (
        <>
          <Banner
            tone="warn"
            icon="key"
            title="Copy it now"
            body="It is shown only this once. Keep it where the program keeps its secrets."
          />
          <CopyText text={made.secret} deed="Copy the token" />
          <TokenExample token={made} metrics={metrics} />
          <Button big onClick={onClose}>
            I have copied it
          </Button>
        </>
      ) : phase === "offline" ? (
        <Banner
          tone="quiet"
          icon="offline"
          title="A token is made by the server"
          body="You are offline. What you type here stays; come back to it when you are online."
        />
      ) : (
        <TokenForm
          metrics={metrics}
          onMade={(token) => {
            setMade(token);
            onMade();
          }}
        />
      )}
    </Sheet>
  );
}

function TokenForm({
  metrics,
  onMade,
}: Pick<Offer, "metrics"> & { onMade: (made: ApiToken & { secret: string }) => void }) {
  const draft = useDrafted("token", blank);
  const [tried, setTried] = useState(false);
  const task = useTask();
  if (draft === undefined) return null;
  const { name, days, every, metricIds } = draft.value;
  const mistakes: FieldErrors = {
    ...(name.trim() === "" ? { name: "Say which program it is for." } : {}),
    ...(!every && metricIds.length === 0 ? { metricIds: "Choose one metric or more." } : {}),
  };
  const errors = fieldErrors(tried ? mistakes : {}, task.refused);

  async function make() {
    setTried(true);
    if (Object.keys(mistakes).length > 0) return;
    await task.run(async () => {
      const made = await makeApiToken({
        name,
        ...(every ? {} : { metricIds }),
        ...(days === "" ? {} : { days: Number(days) }),
      });
      await draft?.drop();
      onMade(made);
    });
  }

  return (
    <Form label="Make a token" onSubmit={make}>
      <Field
        label="Which program"
        hint="Stands as the source of its readings. A new token of the same name carries on where a revoked one stopped."
        error={errors.name}
      >
        <TextInput
          value={name}
          onChange={(next) => draft.set({ name: next })}
          autoComplete="off"
          autoFocus
          maxLength={80}
        />
      </Field>
      <Field label="It ends">
        <Select options={ends} value={days} onChange={(next) => draft.set({ days: next })} />
      </Field>
      <Switch
        label="Every metric"
        detail="What you may record readings of, now and later"
        checked={every}
        onChange={(next) => draft.set({ every: next })}
      />
      {every ? null : (
        <fieldset>
          <legend className="visually-hidden">Only these metrics</legend>
          {metrics.map(({ id, name: called }) => (
            <Switch
              key={id}
              label={called}
              checked={metricIds.includes(id)}
              onChange={(on) =>
                draft.set({ metricIds: on ? [...metricIds, id] : metricIds.filter((one) => one !== id) })
              }
            />
          ))}
          <p className={styles.wrong} role="alert">
            {errors.metricIds}
          </p>
        </fieldset>
      )}
      <FormEnd task={task} where="request">
        Make the token
      </FormEnd>
    </Form>
  );
}
