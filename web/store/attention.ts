import { dropBodies } from "../sync/bodies.ts";
import type { AttentionEntry } from "../sync/storage.ts";
import { iso } from "../sync/world.ts";
import { tell } from "./attention-text.ts";
import { useStored } from "./live.ts";
import { NotSaved, newId, type Saved, save } from "./mutate.ts";
import { currentPhone } from "./signed-in.ts";

/** Work the server refused, or that cannot be sent any more, with everything its author wrote. */
export type AttentionItem = Omit<AttentionEntry, "raw">;

/** Oldest first. Undefined until read. */
export function useAttention(): AttentionItem[] | undefined {
  return useStored(async (tx) => (await tx.attention.page()).sort((a, b) => compare(a.at, b.at)), []);
}

/**
 * Does it again under a new mutation id, with changes to its arguments; the item leaves in the transaction that saves
 * it. What clashed with another row of the same id gets a new one. Throws NotSaved.
 */
export async function resend(id: string, changes: Record<string, unknown> = {}): Promise<Saved> {
  const item = await find(id);
  const fresh = item.code === "id_conflict" && "id" in item.args ? { id: newId() } : {};
  return save(item.name, { ...item.args, ...fresh, ...changes }, id);
}

/**
 * Hands the item's text to another member, for a key result that is theirs now: by the phone's share sheet, or copied
 * where there is none. Northing sends nothing in another's name. The item notes whom it was handed to and stays until
 * its author discards it. Answers what happened.
 */
export async function sendTo(id: string, memberId: string): Promise<"shared" | "copied" | "cancelled"> {
  const handed = await share(await textOf(id, memberId));
  if (handed === "cancelled") return handed;
  const { world } = phone();
  await world.storage.write(async (tx) => {
    const item = await tx.attention.get(id);
    if (item) await tx.attention.put([{ ...item, sentTo: { memberId, at: iso(world.now()) } }]);
  });
  return handed;
}

/** The item as text that can be read without Northing, addressed to a member when one is named. */
export async function textOf(id: string, toMemberId?: string): Promise<string> {
  const item = await find(id);
  return phone().db.read((tx) => tell(tx, item, toMemberId));
}

/** Throws the item away; only ever on its author's word. */
export async function discard(id: string): Promise<void> {
  await phone().world.storage.write(async (tx) => {
    const item = await tx.attention.get(id);
    await tx.attention.drop([id]);
    if (item?.name === "attachment.add") await dropBodies(tx, (_upload, file) => file === item.args.id);
  });
}

interface Sharing {
  share?(data: { text: string }): Promise<void>;
  clipboard?: { writeText(text: string): Promise<void> };
}

async function share(text: string): Promise<"shared" | "copied" | "cancelled"> {
  const device = navigator as Sharing;
  if (device.share === undefined) {
    await device.clipboard?.writeText(text);
    return device.clipboard ? "copied" : "cancelled";
  }
  try {
    await device.share({ text });
    return "shared";
  } catch (error) {
    // The person closed the sheet; anything else is a fault to be seen.
    if ((error as Error).name === "AbortError") return "cancelled";
    throw error;
  }
}

async function find(id: string): Promise<AttentionEntry> {
  const item = await phone().db.read((tx) => tx.attention.get(id));
  if (item === undefined) throw new Error(`nothing of id ${id} needs attention`);
  return item;
}

function phone() {
  const open = currentPhone();
  if (open === undefined) throw new NotSaved("signed_out");
  return open;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
