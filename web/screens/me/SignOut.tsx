import { useState } from "react";
import { useLocation } from "wouter";
import { signOut, unsentCount } from "../../store/sign-out.ts";
import { syncNow } from "../../store/sync-state.ts";
import { uploadNow } from "../../store/uploads.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Button } from "../../ui/Button.tsx";
import { plural } from "../../ui/day.ts";
import { Field } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { useTask } from "../../ui/task.ts";
import { discardWord, isDiscardWord } from "./discard-word.ts";

/** Signing out never takes unsent work along unseen: it is sent, kept for the same person, or discarded by its name. */
export function SignOut({ onClose }: { onClose: () => void }) {
  const [unsent, again] = useAnswer(unsentCount);
  const [, navigate] = useLocation();
  const task = useTask();
  const [discarding, setDiscarding] = useState(false);
  const [tried, setTried] = useState(false);
  const count = unsent.state === "here" ? unsent.value : 0;

  const leave = (discard: boolean) =>
    task.run(async () => {
      await signOut({ discard });
      navigate("/sign-in", { replace: true });
    });
  const send = () =>
    task.run(async () => {
      await syncNow();
      await uploadNow();
      setTried(true);
      if ((await unsentCount()) > 0) return again();
      await signOut({ discard: false });
      navigate("/sign-in", { replace: true });
    });

  if (unsent.state === "waiting") return null;
  if (discarding)
    return <Discard count={count} onDiscard={() => void leave(true)} onClose={() => setDiscarding(false)} />;
  return (
    <Sheet open onClose={onClose} title="Sign out of this device?">
      {count === 0 ? (
        <p>Everything is on the server. Northing's data is removed from this device.</p>
      ) : (
        <p role="status">
          <strong>{plural(count, "change")}</strong> of yours {count === 1 ? "is" : "are"} only on this
          device.
          {tried ? " The server did not take all of it; look under “On this phone” for why." : ""}
        </p>
      )}
      <RefusalNote refused={task.refused} where="request" />
      {count === 0 ? (
        <Button kind="danger" big busy={task.busy} onClick={() => leave(false)}>
          Sign out
        </Button>
      ) : (
        <>
          <Button kind="owed" big busy={task.busy} onClick={send}>
            Send now, then sign out
          </Button>
          <Button big busy={task.busy} onClick={() => leave(false)}>
            Keep it here and sign out
          </Button>
          <p>Kept work is locked until you sign in on this device again; then it is sent.</p>
          <Button kind="danger" big onClick={() => setDiscarding(true)}>
            Discard it
          </Button>
        </>
      )}
      <Button big onClick={onClose}>
        Stay signed in
      </Button>
    </Sheet>
  );
}

function Discard({
  count,
  onDiscard,
  onClose,
}: {
  count: number;
  onDiscard: () => void;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState("");
  return (
    <Sheet open onClose={onClose} title={`Discard ${plural(count, "unsent change")}?`}>
      <p>
        {count === 1 ? "It is" : "They are"} nowhere else. Nobody can bring {count === 1 ? "it" : "them"}{" "}
        back.
      </p>
      <Form label="Discard unsent work" onSubmit={() => isDiscardWord(typed) && onDiscard()}>
        <Field label={`Type “${discardWord}” to go on`}>
          <TextInput value={typed} onChange={setTyped} autoComplete="off" autoCapitalize="none" autoFocus />
        </Field>
        <Button kind="danger" big type="submit" disabled={!isDiscardWord(typed)}>
          Discard and sign out
        </Button>
        <Button big onClick={onClose}>
          Back
        </Button>
      </Form>
    </Sheet>
  );
}
