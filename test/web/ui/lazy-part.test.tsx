import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { Suspense } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, it } from "vitest";
import { lazyPart } from "../../../web/ui/lazy-part.ts";

const Line = ({ says }: { says: string }) => <p>{says}</p>;

it("shows a part once its code is there", async () => {
  const Part = lazyPart(async () => ({ Line }), "Line");
  expect(await drawn(<Part says="Steady" />)).toContain("<p>Steady</p>");
});

it("leaves the rest of the page standing where a part's code never arrives", async () => {
  const Part = lazyPart(async (): Promise<{ Line: typeof Line }> => {
    throw new Error("no network");
  }, "Line");
  expect(await drawn(<Part says="Steady" />)).toBe("<main><h1>Today</h1><!--$--><!--/$--></main>");
});

/** The page with this part in it, once everything it waits for has come. */
function drawn(part: React.ReactNode): Promise<string> {
  return new Promise((resolve, reject) => {
    const page = renderToPipeableStream(
      <main>
        <h1>Today</h1>
        <Suspense>{part}</Suspense>
      </main>,
      { onAllReady: () => resolve(text(page.pipe(new PassThrough()))), onError: reject },
    );
  });
}
