/** Arguments that apply when told by `by`; in an empty workspace where `empty` says so. */
export interface Telling {
  by: string;
  args: Record<string, unknown>;
  server?: boolean;
  empty?: boolean;
}
