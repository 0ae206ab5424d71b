import { Component, type ErrorInfo, type ReactNode } from "react";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ScreenMissing } from "./lazy-screen.ts";

/**
 * Holds a fault to one screen; going elsewhere leaves it behind. What was saved is in the phone's database and drafts are kept as they are typed, so a
 * reload loses nothing, and the words say so.
 */
export class ErrorBoundary extends Component<{ path: string; children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate(before: { path: string }) {
    if (before.path !== this.props.path && this.state.error !== undefined)
      this.setState({ error: undefined });
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    const notHere = this.state.error instanceof ScreenMissing;
    return (
      <div>
        <EmptyState
          title={notHere ? "This part is not on this phone yet" : "This screen broke"}
          body={
            notHere
              ? "It could not be fetched: there is no network, or a newer version is waiting. What you saved and what you were typing is kept on this phone. Connect and reload."
              : "That is a fault in Northing, not in what you did. What you saved and what you were typing is kept on this phone. Reload; if it breaks again, tell whoever runs the server what you did last."
          }
          action={
            <>
              <Button kind="owed" onClick={() => location.reload()}>
                Reload
              </Button>
              <Button kind="quiet" href="/">
                Go to Today
              </Button>
            </>
          }
        />
      </div>
    );
  }
}
