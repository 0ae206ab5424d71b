import type { ReactNode } from "react";
import { useAnswer } from "./answer.ts";
import { Button } from "./Button.tsx";
import { EmptyState } from "./EmptyState.tsx";
import { NeedsServer } from "./NeedsServer.tsx";
import { Page } from "./Page.tsx";

/** One of a list that only the server knows, on its own page; until it is found, the page says why not. */
export function ServerThing<T extends { id: string }>({
  thing,
  title,
  id,
  ask,
  back,
  gone,
  children,
}: {
  /** "webhook": in the sentences of the page while it is not there. */
  thing: string;
  title: string;
  id: string;
  /** Throws something with a `code`. */
  ask: () => Promise<readonly T[]>;
  /** The page of the list. */
  back: { href: string; label: string };
  gone: { title: string; body: string };
  children: (found: T, again: () => void) => ReactNode;
}) {
  const [listed, again] = useAnswer(ask, { key: id });
  const found = listed.state === "here" ? listed.value.find((one) => one.id === id) : undefined;
  if (found !== undefined) return children(found, again);
  return (
    <Page title={title} back={back}>
      {listed.state === "waiting" ? (
        <p role="status">Looking for the {thing}</p>
      ) : listed.state === "refused" ? (
        <NeedsServer code={listed.code} what={`This ${thing}`} onAgain={again} />
      ) : (
        <EmptyState {...gone} action={<Button href={back.href}>See the others</Button>} />
      )}
    </Page>
  );
}
