import { useState, useSyncExternalStore } from "react";
import { type Asked, previewSceptic } from "../../store/sceptic.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Button } from "../../ui/Button.tsx";
import { dropToken, takeToken } from "../../ui/link-token.ts";
import { refusalWords } from "../../ui/refusal.ts";
import { Threshold } from "../../ui/Threshold.tsx";
import { AnswerForm } from "./AnswerForm.tsx";

/**
 * Where a sceptic's link leads: somebody from outside reads what a number counts and says whether a customer would
 * care. Nobody is signed in for it, and nothing is kept on their phone.
 */
export function Sceptic() {
  const token = useSyncExternalStore(onHashChange, takeToken);
  const [answered, setAnswered] = useState<Asked>();
  if (answered !== undefined) return <Thanks company={answered.company} />;
  if (token === undefined) return <NothingAsked />;
  return <Opened key={token} token={token} onAnswered={setAnswered} />;
}

function Opened({ token, onAnswered }: { token: string; onAnswered: (asked: Asked) => void }) {
  const [preview, again] = useAnswer(() => previewSceptic(token));
  if (preview.state === "waiting") return <Threshold title="Opening the question">{null}</Threshold>;
  if (preview.state === "refused") {
    if (preview.code === "token_unusable") return <NothingAsked />;
    const { happened, todo } = refusalWords(preview.code, "request");
    return (
      <Threshold title="The question could not be opened" detail={`${happened} ${todo}`}>
        <Button kind="owed" big onClick={again}>
          Try again
        </Button>
      </Threshold>
    );
  }
  const asked = preview.value;
  return (
    <AnswerForm
      token={token}
      asked={asked}
      onSent={() => {
        dropToken();
        onAnswered(asked);
      }}
    />
  );
}

function Thanks({ company }: { company: string }) {
  return (
    <Threshold title="Thank you" detail={`Your answer is with ${company} now. You can close this page.`}>
      <p role="status">
        It is read beside the number it is about, with your name. The link asks nothing any more.
      </p>
    </Threshold>
  );
}

/** Answered, run out, withdrawn, invented: one page for all, because the server tells nobody which. */
function NothingAsked() {
  return (
    <Threshold
      title="This link asks nothing any more"
      detail="It works for one answer and for two weeks. If you have something to say, ask whoever sent it for a new one."
    >
      {null}
    </Threshold>
  );
}

function onHashChange(changed: () => void): () => void {
  addEventListener("hashchange", changed);
  return () => removeEventListener("hashchange", changed);
}
