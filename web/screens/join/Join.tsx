import { useState, useSyncExternalStore } from "react";
import { previewJoin, type TokenPreview } from "../../store/join.ts";
import { useAnswer } from "../../ui/answer.ts";
import { takeToken } from "../../ui/link-token.ts";
import { Threshold } from "../../ui/Threshold.tsx";
import { AddThisDevice } from "./AddThisDevice.tsx";
import { LinkRefused } from "./LinkRefused.tsx";
import { PasteLink } from "./PasteLink.tsx";
import { SetUpForm } from "./SetUpForm.tsx";
import { WelcomeForm } from "./WelcomeForm.tsx";

/** Where every link of Northing leads: it says what the link does and redeems it on a tap, never by being opened. */
export function Join() {
  const arrived = useSyncExternalStore(onHashChange, takeToken);
  const [pasted, setPasted] = useState<string>();
  const token = pasted ?? arrived;
  if (token !== undefined) return <Opened key={token} token={token} onOther={setPasted} />;
  return (
    <Threshold
      title="Open a link"
      detail="An app on the Home Screen does not see links you tap elsewhere: paste it here."
    >
      <PasteLink onToken={setPasted} primary />
    </Threshold>
  );
}

function Opened({ token, onOther }: { token: string; onOther: (token: string) => void }) {
  const [preview, again] = useAnswer(() => previewJoin(token));
  if (preview.state === "waiting") return <Threshold title="Opening the link">{null}</Threshold>;
  if (preview.state === "refused")
    return <LinkRefused code={preview.code} onAgain={again} onOther={onOther} />;
  return <Purpose token={token} preview={preview.value} />;
}

function Purpose({ token, preview }: { token: string; preview: TokenPreview }) {
  if (preview.purpose === "set-up") return <SetUpForm token={token} />;
  if (preview.purpose === "device") return <AddThisDevice token={token} preview={preview} />;
  return <WelcomeForm token={token} preview={preview} />;
}

function onHashChange(changed: () => void): () => void {
  addEventListener("hashchange", changed);
  return () => removeEventListener("hashchange", changed);
}
