import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import * as z from "zod/mini";
import { mailGroups } from "../../shared/channels/mail.ts";
import * as field from "../../shared/sync/field.ts";

const subscriber = z.strictObject({
  workspaceId: field.id,
  memberId: field.id,
  group: z.enum(mailGroups),
});
/** Whose e-mails of which group a link ends. */
export type Subscriber = z.output<typeof subscriber>;

/** Links that end e-mails without a sign-in. None is stored, and each is good for this one thing for ever. */
export interface UnsubscribeTokens {
  of(subscriber: Subscriber): string;
  /** Undefined for what this server did not make. */
  read(token: string): Subscriber | undefined;
}

const macBytes = 16;
const longest = 400;

/** Derived from the key of 32 bytes that only the server has. */
export function unsubscribeTokens(key: Uint8Array): UnsubscribeTokens {
  const own = Buffer.from(hkdfSync("sha256", key, "", "northing unsubscribe", 32));
  const mac = (text: string) => createHmac("sha256", own).update(text).digest().subarray(0, macBytes);
  return {
    of({ workspaceId, memberId, group }) {
      const text = Buffer.from(JSON.stringify([workspaceId, memberId, group])).toString("base64url");
      return `${text}.${mac(text).toString("base64url")}`;
    },
    read(token) {
      const [text = "", signature = ""] = token.slice(0, longest).split(".");
      const given = Buffer.from(signature, "base64url");
      if (given.length !== macBytes || !timingSafeEqual(given, mac(text))) return undefined;
      const [workspaceId, memberId, group] = JSON.parse(
        Buffer.from(text, "base64url").toString(),
      ) as unknown[];
      return subscriber.safeParse({ workspaceId, memberId, group }).data;
    },
  };
}
