import type { LocalCode, RejectionCode } from "../../shared/sync/codes.ts";
import type { Saved } from "./mutate.ts";

/** Work the server refused, or that cannot be sent any more, with everything its author wrote. */
export interface AttentionItem {
  id: string;
  name: string;
  args: Record<string, unknown>;
  at: string;
  code: RejectionCode | LocalCode;
  field?: string;
  message?: string;
  rejectedAt: string;
  /** Set once the text was handed to somebody; the item stays until it is discarded. */
  sentTo?: { memberId: string; at: string };
}

/** Oldest first. Undefined until read. */
export function useAttention(): AttentionItem[] | undefined {
  throw new Error("not yet");
}

/** Does it again under a new mutation id, with changes to its arguments; the item leaves once that is saved. */
export async function resend(_id: string, _changes: Record<string, unknown> = {}): Promise<Saved> {
  throw new Error("not yet");
}

/**
 * Hands the item's text to another member: opens the share sheet, or copies the text. Nothing is sent to the server
 * and the item stays; it notes whom it was handed to, until its author discards it. Answers what happened.
 */
export async function sendTo(_id: string, _memberId: string): Promise<"shared" | "copied" | "cancelled"> {
  throw new Error("not yet");
}

/** The item as text that can be read without Northing. */
export async function textOf(_id: string): Promise<string> {
  throw new Error("not yet");
}

/** Throws the item away; only ever on its author's word. */
export async function discard(_id: string): Promise<void> {
  throw new Error("not yet");
}
