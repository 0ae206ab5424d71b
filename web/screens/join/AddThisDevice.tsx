import { useState } from "react";
import { useLocation } from "wouter";
import { join, type TokenPreview } from "../../store/join.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Button } from "../../ui/Button.tsx";
import { deviceName } from "../../ui/device-name.ts";
import { dropToken } from "../../ui/link-token.ts";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Threshold } from "../../ui/Threshold.tsx";
import { HomeScreenHint } from "./HomeScreenHint.tsx";

const askEvery = 2000;

/** This device asks to come in as the person who made the link; the tap that lets it in happens on the other one. */
export function AddThisDevice({ token, preview }: { token: string; preview: TokenPreview }) {
  const [asking, setAsking] = useState(false);
  const name = deviceName(navigator.userAgent);
  if (asking) return <Waiting token={token} name={name} onStop={() => setAsking(false)} />;
  return (
    <Threshold
      title="Add this device"
      detail={`It signs in to ${preview.workspace ?? "Northing"} as the person who made the link.`}
    >
      <p>
        Keep the other device at hand: it shows <strong>{name}</strong> and asks you to confirm.
      </p>
      <Button kind="owed" big onClick={() => setAsking(true)}>
        Ask the other device
      </Button>
      <HomeScreenHint token={token} />
    </Threshold>
  );
}

function Waiting({ token, name, onStop }: { token: string; name: string; onStop: () => void }) {
  const [, navigate] = useLocation();
  const [answer] = useAnswer(
    async () => {
      const outcome = await join(token, { deviceName: name });
      if ("state" in outcome) return;
      dropToken();
      navigate("/", { replace: true });
    },
    { every: askEvery },
  );
  const refused = answer.state === "refused" && answer.code !== "offline" ? answer : undefined;
  return (
    <Threshold title={refused ? "The other device did not confirm" : "Now confirm on the other device"}>
      {refused ? (
        <RefusalNote refused={refused} where="request" />
      ) : (
        <p role="status">
          It shows <strong>{name}</strong>. This page goes on by itself once you have tapped “Yes, let it in”
          there.
        </p>
      )}
      <Button big onClick={onStop}>
        {refused ? "Back" : "Stop waiting"}
      </Button>
    </Threshold>
  );
}
