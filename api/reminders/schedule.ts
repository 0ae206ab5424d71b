/** Work that comes round. Whoever runs it keeps a job from starting while its last run is still going. */
export interface Job {
  name: string;
  /** Milliseconds between two looks; the first is that long after the start. */
  every: number;
  work(): Promise<unknown>;
}

/** What the page below calls; each does its whole work and may be run at any time, by any number of processes. */
export interface Recurring {
  planReminders(): Promise<unknown>;
  planEvents(): Promise<unknown>;
  sendDueReminders(): Promise<unknown>;
  forgetOldLines(): Promise<unknown>;
  beatStreams(): Promise<unknown>;
  forgetSpentTokens(): Promise<unknown>;
  askDueSources(): Promise<unknown>;
  applyImports(): Promise<unknown>;
  sweepImports(): Promise<unknown>;
  sweepFiles(): Promise<unknown>;
  scanSignals(): Promise<unknown>;
  planWebhooks(): Promise<unknown>;
  tellWebhooks(): Promise<unknown>;
  planReports(): Promise<unknown>;
  sendDueMail(): Promise<unknown>;
  forgetOldMessages(): Promise<unknown>;
  /** Only where several processes share a database. */
  catchUpPokes?: () => Promise<unknown>;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * All recurring work of the server, on one page. Due times are stored rows: a job looks whether something is due, and
 * a server that was down finds it all when it comes back. Nothing here is timed by the hour of the day.
 */
export function schedule(recurring: Recurring): Job[] {
  const { catchUpPokes } = recurring;
  return [
    // All that is said to anybody in the coming two weeks (shared/reminders/ladder.ts), in their zone, hours and days.
    { name: "plan reminders", every: minute, work: recurring.planReminders },
    // What somebody is told at once: a key result given to them, a PM who asks, an unusual number.
    { name: "plan what has just happened", every: second, work: recurring.planEvents },
    // Decide what is due, then send it; what did not get through is tried again here too.
    { name: "send due reminders", every: second, work: recurring.sendDueReminders },
    // What webhooks are told of squads in the coming day, and at once of what is unusual; then telling it.
    { name: "plan webhooks", every: 5 * second, work: recurring.planWebhooks },
    { name: "tell webhooks", every: second, work: recurring.tellWebhooks },
    // The report, weekly or monthly, for everybody who has chosen it; it goes with the mail below.
    { name: "plan reports", every: minute, work: recurring.planReports },
    // Reminders that go by e-mail, where a mail server is named.
    { name: "send due mail", every: second, work: recurring.sendDueMail },
    { name: "forget old messages", every: hour, work: recurring.forgetOldMessages },
    // The ledger keeps half a year.
    { name: "forget old lines of the ledger", every: hour, work: recurring.forgetOldLines },
    // A proxy closes a stream it has not heard of for half a minute.
    { name: "beat on the live streams", every: 25 * second, work: recurring.beatStreams },
    // Commits of other processes are found by their revisions.
    ...(catchUpPokes ? [{ name: "catch up with pokes", every: 1.5 * second, work: catchUpPokes }] : []),
    // Links that ran out, challenges nobody answered, limits that have passed.
    { name: "forget spent tokens", every: hour, work: recurring.forgetSpentTokens },
    // Metrics that are read from elsewhere, at the hours their connectors name.
    { name: "ask due sources", every: 10 * second, work: recurring.askDueSources },
    // What is unusual in readings and check-ins that have come in since; also those a crash left out.
    { name: "scan for signals", every: second, work: recurring.scanSignals },
    // Files that were accepted, in chunks; also those a process left behind.
    { name: "apply imports", every: second, work: recurring.applyImports },
    { name: "sweep what imports left", every: hour, work: recurring.sweepImports },
    // Bodies of attachments that were removed too long ago to be brought back.
    { name: "sweep removed files", every: hour, work: recurring.sweepFiles },
  ];
}
