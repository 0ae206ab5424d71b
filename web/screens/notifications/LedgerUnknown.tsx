import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { refusalWords } from "../../ui/refusal.ts";

/** In place of the ledger, which only the server has. */
export function LedgerUnknown({ code, onAgain }: { code: string; onAgain: () => void }) {
  const offline = code === "offline";
  const { happened, todo } = refusalWords(code, "request");
  return (
    <Banner
      tone="quiet"
      icon={offline ? "offline" : "warning"}
      title={offline ? "The server keeps this list" : happened}
      body={offline ? "You are offline. Reminders come as soon as there is network." : todo}
      action={<Button onClick={onAgain}>Try again</Button>}
    />
  );
}
