import { Banner } from "./Banner.tsx";
import { Button } from "./Button.tsx";

/** Says that what was typed on an earlier visit is still there, with the way to start over. */
export function DraftNote({ draft }: { draft: { restored: boolean; drop: () => Promise<void> } }) {
  if (!draft.restored) return null;
  return (
    <Banner
      tone="quiet"
      icon="pencil"
      title="What you typed before is still here"
      action={<Button onClick={() => void draft.drop()}>Start over</Button>}
    />
  );
}
