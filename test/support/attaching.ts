import { createHash } from "node:crypto";
import { reviewId } from "../../shared/reviews/review.ts";
import { runCycle } from "./phone.ts";
import type { Persona, World } from "./world.ts";

/** What an attachment says of a body. */
export function said(body: Uint8Array, name = "plan.pdf") {
  const sha256 = createHash("sha256").update(body).digest("hex");
  return { name, type: "application/pdf", size: body.length, sha256 };
}

/** Bytes that look like nothing in particular and are the same every time. */
export function bytesOf(size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, at) => (at * 31 + (at >> 8)) % 256);
}

/** An open monthly review of Ada's workspace, to attach files to. */
export async function openReview(world: World): Promise<string> {
  const { cycleId } = await runCycle(world);
  const terms = { beat: "monthly", cycleId, on: "2026-03-01" } as const;
  await world.mutate(world.ada, "review.open", terms);
  return reviewId(terms);
}

/** Announces a file of somebody's. Answers its id. */
export async function attach(world: World, who: Persona, subjectId: string, body: Uint8Array, name?: string) {
  const id = world.id();
  const { outcome, code } = await world.mutate(who, "attachment.add", {
    ...{ id, subjectId },
    ...said(body, name),
  });
  if (outcome !== "applied") throw new Error(`attachment.add: ${code}`);
  return id;
}

/** Puts bytes of a body that begin at `from`, as a phone does. */
export async function put(world: World, who: Persona, id: string, bytes: Uint8Array, from = 0) {
  const headers = {
    "content-type": "application/octet-stream",
    "content-length": String(bytes.length),
    origin: world.origin,
  };
  const init = { method: "PUT", body: new Uint8Array(bytes), headers };
  const answer = await who.at.send(`/api/files/${id}?from=${from}`, init);
  const told = JSON.parse(await answer.text());
  return { status: answer.status, told, code: told.error?.code as string | undefined };
}
