import { useSession } from "../../store/session.ts";
import { Button } from "../../ui/Button.tsx";
import { refusalWords } from "../../ui/refusal.ts";
import { Threshold } from "../../ui/Threshold.tsx";
import { PasteLink } from "./PasteLink.tsx";

/** A link that opens nothing. Used, run out, unknown: one answer for all, because the server tells nobody which. */
export function LinkRefused({
  code,
  onAgain,
  onOther,
}: {
  code: string;
  onAgain: () => void;
  onOther: (token: string) => void;
}) {
  const session = useSession();
  if (code !== "token_unusable") {
    const { happened, todo } = refusalWords(code, "request");
    return (
      <Threshold title="The link could not be opened" detail={`${happened} The link is not used up. ${todo}`}>
        <Button kind="owed" big onClick={onAgain}>
          Try again
        </Button>
      </Threshold>
    );
  }
  return (
    <Threshold
      title="This link does not work any more"
      detail="A link works once and for a limited time. Ask whoever sent it for a new one; it takes them a few seconds."
    >
      {session.state === "signed-in" ? (
        <Button kind="owed" big href="/">
          Open Northing, you are signed in
        </Button>
      ) : (
        <Button big href="/sign-in">
          I have been here before
        </Button>
      )}
      <PasteLink onToken={onOther} />
    </Threshold>
  );
}
