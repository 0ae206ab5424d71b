import { Banner } from "./Banner.tsx";
import { Button } from "./Button.tsx";
import { refusalWords } from "./refusal.ts";

/** In place of what only the server knows, while it cannot be asked: what is missing, and the next step. */
export function NeedsServer({ code, what, onAgain }: { code: string; what: string; onAgain: () => void }) {
  const { happened, todo } = refusalWords(code, "request");
  const offline = code === "offline";
  return (
    <Banner
      tone="quiet"
      icon={offline ? "offline" : "warning"}
      title={offline ? `${what} comes from the server` : happened}
      body={
        offline ? "You are offline. Everything else on this phone works; look again when you are back." : todo
      }
      action={<Button onClick={onAgain}>Try again</Button>}
    />
  );
}
