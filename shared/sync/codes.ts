/** Why the server (or the phone, by the same rule) refuses a mutation. A closed list: anything else is transient. */
export const rejectionCodes = [
  // any mutation
  "unknown_mutation",
  "invalid_arguments",
  "wrong_actor",
  "id_conflict",
  "forbidden",
  "not_found",
  "parent_rejected",
  // people
  "last_admin",
  "member_removed",
  "delegate_is_self",
  "name_taken",
  "viewer_cannot_own",
  // metrics
  "key_taken",
  "metric_retired",
  "metric_in_use",
  "loop_in_tree",
  "limits_crossed",
  "reading_in_future",
  "umbrella_required",
  "already_answered",
  // cycles, objectives, key results
  "cycle_dates",
  "cycle_state",
  "cycle_closed",
  "state_conflict",
  "gate_owner",
  "gate_number",
  "gate_baseline_is_target",
  "gate_path",
  "gate_because",
  "gate_parent",
  "gate_exemption",
  "gate_empty",
  // check-ins
  "not_owner",
  "reassigned",
  "key_result_not_running",
  "value_required",
  "value_not_expected",
  "unknown_milestone",
  "not_author",
  "amend_too_late",
  "already_resolved",
  "nothing_owed",
  "already_nudged",
  // attachments
  "too_many_files",
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

/** Why a whole request is refused; sent as `{error: {code, message, field?}, requestId}`. */
export const requestCodes = [
  "signed_out",
  "device_revoked",
  "not_a_member",
  "forbidden",
  "origin_refused",
  "https_required",
  "json_expected",
  "malformed_json",
  "invalid_request",
  "too_large",
  "rate_limited",
  "not_found",
  "token_unusable",
  "token_refused",
  "name_taken",
  "already_member",
  "passkey_refused",
  "push_endpoint_refused",
  "push_not_sent",
  "address_refused",
  "source_unreachable",
  "source_unreadable",
  "import_refused",
  "file_differs",
  "files_full",
  "protocol_unsupported",
  "unavailable",
  "internal",
] as const;
export type RequestCode = (typeof requestCodes)[number];

/** Reasons a phone itself moves work to needs attention; never sent by a server as a mutation's outcome. */
export const localCodes = ["not_a_member", "undecodable"] as const;
export type LocalCode = (typeof localCodes)[number];
