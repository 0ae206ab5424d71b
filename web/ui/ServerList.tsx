import type { ReactNode } from "react";
import { useAnswer } from "./answer.ts";
import { Button } from "./Button.tsx";
import { Card } from "./Card.tsx";
import { EmptyState } from "./EmptyState.tsx";
import { Icon } from "./Icon.tsx";
import { NeedsServer } from "./NeedsServer.tsx";

/** What only the server knows a list of: the way to one more above it, and its rows. `things`: "webhooks". */
export function ServerList<T extends { id: string }>({
  things,
  ask,
  empty,
  add,
  children,
}: {
  things: string;
  /** Throws something with a `code`. */
  ask: () => Promise<readonly T[]>;
  empty: { title: string; body: string };
  add: { href: string; label: string };
  children: (one: T) => ReactNode;
}) {
  const [listed, again] = useAnswer(ask);
  if (listed.state === "waiting") return <p role="status">Looking for {things}</p>;
  if (listed.state === "refused")
    return <NeedsServer code={listed.code} what={`The list of ${things}`} onAgain={again} />;
  if (listed.value.length === 0)
    return (
      <EmptyState
        {...empty}
        action={
          <Button kind="owed" href={add.href}>
            {add.label}
          </Button>
        }
      />
    );
  return (
    <>
      <Button big href={add.href}>
        <Icon name="plus" />
        {add.label}
      </Button>
      <Card flush>{listed.value.map(children)}</Card>
    </>
  );
}
