/** What the worker's functions are given: the global scope, in which the build has put the list of its files. */
export type Worker = ServiceWorkerGlobalScope & {
  __WB_MANIFEST: { url: string; revision: string | null }[];
};

/** What a notification of ours carries for whoever taps it. */
export interface NotificationData {
  navigate?: string;
  actions: { action: string; navigate: string }[];
  /** The delivery, and the secret that lets this worker report on it without a session. */
  id?: string;
  secret?: string;
}
