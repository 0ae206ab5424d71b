import type { LocalCode, RejectionCode, RequestCode } from "../../shared/sync/codes.ts";

/** What only the phone can say: no answer came, none it can read, or its own storage failed (`NotSaved`). */
export const phoneCodes = [
  ...(["offline", "unreadable", "storage_full", "storage_lost"] as const),
  ...(["file_empty", "file_too_large", "file_unreadable"] as const),
] as const;

/** Every code a person can meet. */
type RefusalCode = RejectionCode | RequestCode | LocalCode | (typeof phoneCodes)[number];

/** One sentence each: what happened, what is safe, what to do. */
export interface Refusal {
  happened: string;
  safe: string;
  todo: string;
}

/** Where the words stand: a form that kept its text, an item in needs attention, a request that changed nothing. */
export type Where = "form" | "attention" | "request";

/** The words for a code. A code of a newer server gets a sentence too, with the code in it. */
export function refusalWords(code: string, where: Where = "form"): Refusal {
  const known = Object.hasOwn(words, code) ? words[code as RefusalCode] : undefined;
  const [happened, todo, safe = safely[where]] = known ?? unknown(code);
  return { happened, safe, todo };
}

/** The three sentences in one line. */
export function refusalLine(code: string, where: Where = "form"): string {
  const { happened, safe, todo } = refusalWords(code, where);
  return `${happened} ${safe} ${todo}`;
}

const safely: Record<Where, string> = {
  form: "What you typed is still here.",
  attention: "Your text is kept on this phone.",
  request: "Nothing was changed.",
};

type Words = readonly [happened: string, todo: string, safe?: string];

const unknown = (code: string): Words => [
  `The server refused this for a reason this version does not know (${code}).`,
  "Reload to get the newest version, then try again.",
];

const words: Record<RefusalCode, Words> = {
  // any mutation
  unknown_mutation: [
    "The server does not know this change; it may run an older version.",
    "Ask whoever runs the server to update it, then send it again.",
  ],
  invalid_arguments: [
    "Something in it is missing or too long.",
    "Change the marked field and send it again.",
  ],
  wrong_actor: [
    "This was written by somebody else who was signed in on this device.",
    "Copy the text for them, or discard it.",
  ],
  id_conflict: [
    "Something else was already saved in its place.",
    "Look at what is there, then send yours again as new.",
  ],
  forbidden: ["Your role does not allow this.", "Ask an admin to do it or to change your role."],
  not_found: ["What this is about is no longer there.", "Copy the text if you need it elsewhere."],
  parent_rejected: [
    "It belongs to something that was itself not accepted.",
    "Settle that one first, then send this again.",
  ],
  // people
  last_admin: [
    "A workspace needs at least one admin, and this is the last.",
    "Make somebody else an admin first.",
  ],
  member_removed: [
    "This person was removed from the workspace.",
    "Choose somebody else, or ask an admin to invite them again.",
  ],
  delegate_is_self: ["Nobody can stand in for themselves.", "Choose another person."],
  viewer_cannot_own: [
    "This person only reads here.",
    "Choose somebody else, or have an admin change their role.",
  ],
  name_taken: ["That name is already used.", "Choose another name."],
  // metrics
  key_taken: ["Another metric already has this short name.", "Choose another name for it."],
  metric_retired: ["This metric was retired.", "Choose a metric that is still in use."],
  metric_in_use: [
    "Key results or other metrics still point at this metric.",
    "Point them at another one first, then retire it.",
  ],
  loop_in_tree: ["The metric would stand above itself in the tree.", "Choose another parent."],
  limits_crossed: ["The floor lies above the ceiling.", "Swap the two or leave one empty."],
  reading_in_future: ["The reading is dated in the future.", "Choose today or an earlier day."],
  umbrella_required: [
    "Another product line has a North Star already, and nothing stands above both.",
    "Name the umbrella metric above them, then sign again.",
  ],
  already_answered: ["You answered this cycle's question already.", "Nothing more to do; discard this one."],
  // cycles, objectives, key results
  cycle_dates: [
    "The cycle ends before it starts, or runs into another one.",
    "Change its first or its last day.",
  ],
  cycle_state: ["The cycle is in another phase by now.", "Look at the cycle, then decide again."],
  cycle_closed: ["The cycle was closed before this arrived.", "Copy the text if it belongs in the retro."],
  state_conflict: ["Somebody changed this in the meantime.", "Look at how it stands now, then decide again."],
  gate_owner: ["A key result has no owner.", "Name the one person who answers for it."],
  gate_number: ["A key result has no number to reach.", "Give it a baseline and a target."],
  gate_baseline_is_target: ["A baseline and its target are the same.", "Change one of the two."],
  gate_path: [
    "A key result does not reach the North Star.",
    "Choose the input metric it moves, or the North Star itself.",
  ],
  gate_because: [
    "A key result does not say why it moves its metric.",
    "Finish the sentence “because …” with three words or more.",
  ],
  gate_parent: [
    "A squad objective hangs in the air.",
    "Link it to a company objective, or declare it an exemption.",
  ],
  gate_exemption: [
    "This squad already has its one exemption.",
    "Link one of the two to a company objective.",
  ],
  gate_empty: ["There is nothing to commit yet.", "Write an objective with one key result first."],
  // check-ins
  not_owner: ["Somebody else owns this key result.", "Send it to the owner, or copy the text."],
  reassigned: ["This key result moved to somebody else.", "Send it to the new owner, or copy the text."],
  key_result_not_running: [
    "This key result is not running.",
    "Commit it first, or copy the text for another one.",
  ],
  value_required: ["The value is missing.", "Add the number and send it again."],
  value_not_expected: [
    "This key result counts milestones, not a value.",
    "Tick what is done and send it again.",
  ],
  unknown_milestone: ["One of the ticked milestones no longer exists.", "Tick them again and send it."],
  not_author: ["Somebody else wrote that check-in.", "Make a check-in of your own instead."],
  amend_too_late: [
    "A check-in can be amended for 72 hours, and they have passed.",
    "Say it in a new check-in.",
  ],
  already_resolved: ["Somebody resolved this blocker before you.", "Nothing more to do; discard this one."],
  nothing_owed: ["Their check-in is done, or none is due.", "There is nothing to ask for."],
  already_nudged: [
    "Somebody has asked for this check-in within the last 24 hours.",
    "Give them until tomorrow, or talk to them.",
  ],
  // attachments
  too_many_files: ["There are 20 files here already.", "Remove one, then attach this again."],
  // whole requests
  signed_out: ["You are signed out.", "Sign in again; what is unsent goes then."],
  device_revoked: ["This device was signed out from another one.", "Ask for a new link to come back."],
  not_a_member: [
    "You are no longer in this workspace.",
    "Copy what you need, or ask an admin to invite you.",
  ],
  origin_refused: [
    "The page was opened at an address the server does not trust.",
    "Open Northing at its own address.",
  ],
  https_required: ["This address does not protect what you send.", "Open Northing at its https address."],
  json_expected: ["The server could not read the request.", "Reload and try again."],
  malformed_json: ["The request arrived broken.", "Try again."],
  invalid_request: ["The server did not accept what was entered.", "Check the fields and try again."],
  too_large: ["This is too much at once.", "Make it shorter and try again."],
  rate_limited: ["Too many tries in a short time.", "Wait a minute and try again."],
  token_unusable: ["This link was used already, or it has run out.", "Ask for a new one."],
  token_refused: [
    "The token was not accepted: it may have run out or been revoked.",
    "Make a new one and use that.",
  ],
  already_member: [
    "You are signed in here as a member already; the link is for somebody else.",
    "Open it on their device.",
  ],
  passkey_refused: ["The passkey was not accepted.", "Try again, or come back with a link."],
  push_endpoint_refused: [
    "The server does not know this browser's push service.",
    "Ask whoever runs the server to allow it.",
  ],
  push_not_sent: ["The test message could not be sent.", "Try again in a minute."],
  address_refused: [
    "This address is not a public https address.",
    "Use an https address that anybody could reach, or ask whoever runs the server to allow it.",
  ],
  source_unreachable: ["The address did not answer.", "Check it, then try again."],
  source_unreadable: [
    "The answer holds no number where one was expected.",
    "Check the path, then try again.",
  ],
  import_refused: [
    "Something is wrong with some of the rows.",
    "Look at the report, mend the file and check it again.",
  ],
  file_differs: [
    "The file was damaged on its way.",
    "Try again; if it stays, remove it and attach it once more.",
    "It is still on this phone.",
  ],
  files_full: [
    "The files of this workspace have reached 1 GB.",
    "Remove some that nobody needs; their room is free a month later.",
    "It is still on this phone.",
  ],
  protocol_unsupported: [
    "This version is too old for the server.",
    "Reload to update.",
    "Everything unsent stays on this phone.",
  ],
  unavailable: ["The server is not answering right now.", "Try again in a minute."],
  internal: ["Something went wrong on the server.", "Try again; if it stays, tell whoever runs the server."],
  undecodable: [
    "This was written by an older version and can no longer be read in full.",
    "Copy the text and enter it again.",
  ],
  // the phone itself
  offline: ["You are offline, and this needs the server.", "Try again when you are back online."],
  unreadable: [
    "The answer did not come from Northing; a sign-in page of the network may stand in between.",
    "Check the network, then try again.",
  ],
  storage_full: [
    "This phone has no room left to save it.",
    "Free some space, then save again; do not close this page.",
  ],
  file_empty: ["This file has nothing in it.", "Choose another one."],
  file_too_large: ["This file is larger than 10 MB.", "Choose a smaller one, or give a link to it."],
  file_unreadable: [
    "This file could not be read.",
    "Open it once in the app it comes from, then choose it again.",
  ],
  storage_lost: ["The browser would not open its storage.", "Copy the text, then reload the page."],
};
