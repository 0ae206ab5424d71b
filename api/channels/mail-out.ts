import type { ReminderGroup } from "../../shared/people/preferences.ts";
import type { Database, Statement } from "../db/client.ts";
import { insertMails, quietGroups } from "./mail-store.ts";

/** A reminder that goes out by e-mail. To which address is looked up when it is sent. */
export interface NewMail {
  id: string;
  reminderId: string;
  round: number;
  workspaceId: string;
  memberId: string;
  kind: string;
  group: ReminderGroup;
  message: MailMessage;
  plannedFor: string;
  dueAt: string;
  expiresAt: string;
}

/** What a push message would say: one line, more lines, and an absolute address of this app. */
export interface MailMessage {
  title: string;
  body: string;
  navigate: string;
}

/** Where reminders leave for people's mailboxes. */
export interface MailOut {
  /** Whether the operator has named a mail server; without one nobody is reached by e-mail. */
  readonly on: boolean;
  /** Answers who may be written to, for members with these addresses, as things stand now. */
  reach(members: readonly Addressee[]): Promise<Reach>;
  /** Belongs into the batch that decides the reminders, and holds only while `lease` does. The same twice is one. */
  enqueue(mails: readonly NewMail[], lease: string): Statement[];
}

export interface Addressee {
  id: string;
  email?: string | undefined;
}

/** Whether a member can be told something of a group by e-mail: has an address that takes mail, and wants it. */
export type Reach = (memberId: string, group: ReminderGroup) => boolean;

/** `on`: a mail server is named. */
export function createMailOut({ database, on }: { database: Database; on: boolean }): MailOut {
  return {
    on,
    async reach(members) {
      const addressed = on ? members.filter((one) => one.email !== undefined) : [];
      if (addressed.length === 0) return () => false;
      const ids = addressed.map((one) => one.id);
      const quiet = await quietGroups(database, ids);
      const addresses = new Map(addressed.map((one) => [one.id, one.email]));
      return (memberId, group) => {
        const address = addresses.get(memberId);
        if (address === undefined) return false;
        const { bounced, groups, left } = quiet.get(memberId) ?? {};
        return left !== true && bounced !== address && groups?.has(group) !== true;
      };
    },
    enqueue: (mails, lease) => (mails.length === 0 ? [] : [insertMails(mails, lease)]),
  };
}
