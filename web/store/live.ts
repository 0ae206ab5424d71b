import { liveQuery } from "dexie";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { Kind } from "../../shared/sync/catalog.ts";
import type { RowOf } from "../../shared/sync/mutation.ts";
import { localDate } from "../../shared/time/local-date.ts";
import { learn, Unlearnt } from "../sync/definitions.ts";
import type { Tx } from "../sync/storage.ts";
import { asRow, keyOf, type ViewRow, viewInCycle, viewOne, viewUnder } from "../sync/view.ts";
import { reading } from "./first-read.ts";
import type { OpenPhone } from "./phones.ts";
import { currentPhone, subscribe } from "./signed-in.ts";

/** What a screen reads: the server's rows with everything this phone has done since laid over them. */
export interface Reader {
  get<K extends Kind>(kind: K, id: string): Promise<RowOf<K> | undefined>;
  /** Live rows of a kind under one parent; without a parent, all of a kind that has none. Unordered. */
  list<K extends Kind>(kind: K, parentId?: string): Promise<RowOf<K>[]>;
  /** Live rows of a kind that belong to a cycle: objectives, key results, check-ins. Unordered. */
  inCycle<K extends "objective" | "key-result" | "check-in">(kind: K, cycleId: string): Promise<RowOf<K>[]>;
}

/**
 * Runs a query and runs it again whenever a row it read changes. Undefined until the first answer; with new `deps` the
 * old answer stands until the new one is there. The query is one transaction: it may await its reader and nothing else.
 */
export function useLive<T>(query: (read: Reader) => Promise<T>, deps: unknown[]): T | undefined {
  return useStored((tx) => query(readerOf(tx)), deps);
}

/** The same over everything this phone stores, for the store's own hooks. */
export function useStored<T>(query: (tx: Tx) => PromiseLike<T>, deps: unknown[]): T | undefined {
  const phone = useSyncExternalStore(subscribe, currentPhone);
  const [answer, setAnswer] = useState<{ phone: OpenPhone; value: T }>();
  useEffect(() => {
    if (phone === undefined) return;
    return watch(phone, query, (value) => setAnswer({ phone, value }));
  }, [phone, ...deps]);
  return answer !== undefined && answer.phone === phone ? answer.value : undefined;
}

const retryAfter = 1000;

/** A query that failed, for want of a definition or because the browser dropped its storage, is asked again. */
function watch<T>(phone: OpenPhone, query: (tx: Tx) => PromiseLike<T>, next: (value: T) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const answered = reading();
  let running = listen();
  function listen() {
    return liveQuery(async () => phone.db.read(query)).subscribe({
      next(value) {
        answered();
        next(value);
      },
      error(error) {
        const again = () => {
          if (!over) running = listen();
        };
        if (error instanceof Unlearnt) return void learn(error.names).then(again);
        // Somebody signs out while it is read.
        if (phone.db.isOver()) return;
        console.error(error);
        timer = setTimeout(again, retryAfter);
      },
    });
  }
  return () => {
    over = true;
    answered();
    clearTimeout(timer);
    running.unsubscribe();
  };
}

/** A transaction as screens read it. */
export function readerOf(tx: Tx): Reader {
  return {
    get: <K extends Kind>(kind: K, id: string) =>
      viewOne(tx, keyOf(kind, id)).then((row) => row && asRow<K>(row)) as Promise<RowOf<K> | undefined>,
    list: <K extends Kind>(kind: K, parentId = "") => rowsOf<K>(viewUnder(tx, keyOf(kind, parentId))),
    inCycle: <K extends Kind>(kind: K, cycleId: string) => rowsOf<K>(viewInCycle(tx, keyOf(kind, cycleId))),
  };
}

function rowsOf<K extends Kind>(view: PromiseLike<ViewRow[]>): Promise<RowOf<K>[]> {
  return view.then((rows) => rows.map((row) => asRow<K>(row))) as Promise<RowOf<K>[]>;
}

const minute = 60_000;
let minuteNow = 0;

/** This moment in milliseconds; ticks each minute. */
export function useNow(): number {
  return useSyncExternalStore(everyMinute, () => {
    const now = currentPhone()?.world.now() ?? Date.now();
    // The same answer within a minute, or React would render for ever.
    if (Math.abs(now - minuteNow) >= minute || Math.floor(now / minute) !== Math.floor(minuteNow / minute))
      minuteNow = now;
    return minuteNow;
  });
}

function everyMinute(tick: () => void): () => void {
  const timer = setInterval(tick, minute / 4);
  return () => clearInterval(timer);
}

/** The local day of the member's zone, "2026-11-23"; changes at their midnight. */
export function useToday(): string {
  const now = useNow();
  const zone = useStored(async (tx) => {
    const memberId = currentPhone()?.who.memberId;
    const member = memberId === undefined ? undefined : await viewOne(tx, keyOf("member", memberId));
    return member && asRow<"member">(member).zone;
  }, []);
  return localDate(now, zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
}
