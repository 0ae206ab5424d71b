import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Page } from "../ui/Page.tsx";

/** An address nobody knows: mistyped, or of a version this phone does not have yet. */
export function LostRoute() {
  return (
    <Page title="Off the chart">
      <EmptyState
        title="There is nothing at this address"
        body="It may be mistyped, or what it led to is gone. Nothing you saved is affected."
        action={<Button href="/">Go to Today</Button>}
      />
    </Page>
  );
}
