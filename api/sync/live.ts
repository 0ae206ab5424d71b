/** Who listens, as the auth session says. */
interface Listener {
  personId: string;
  deviceId: string;
  workspaceId: string;
  memberId: string;
}

export interface Live {
  /** A stream of server-sent events: pokes of one workspace, and heartbeats. Ends when the reader goes away. */
  open(listener: Listener): ReadableStream<Uint8Array>;
  /** Tells everybody in a workspace that there is something to pull. Only a hint: a lost one costs latency. */
  poke(workspaceId: string, revision: number): void;
  /** To be called every 25 s: keeps proxies from closing streams and drops those that nobody reads. */
  beat(): void;
  /** To be called every 1–2 s where several servers share a database: pokes for what the others have committed. */
  catchUp(revisions: (workspaceIds: string[]) => Promise<Map<string, number>>): Promise<void>;
  /** Ends the streams it holds for: a device that was revoked, a member who was removed, all of them at a stop. */
  close(match: (listener: Listener) => boolean): void;
  count(): number;
}

interface Stream {
  listener: Listener;
  controller: ReadableStreamDefaultController<Uint8Array>;
  /** The last revision that found the queue full; a later one replaces it, so a slow reader costs one number. */
  owed: number | undefined;
  stalledBeats: number;
}

/** Events a reader may lag behind before pokes are merged, and heartbeats it may miss before it is dropped. */
const queued = 8;
const stalledBeatsAllowed = 2;
const encoder = new TextEncoder();

/** Streams of one person beyond `perPerson` end the oldest: a phone leaves dead ones behind when it sleeps. */
export function createLive({ perPerson = 20 }: { perPerson?: number } = {}): Live {
  const streams = new Map<string, Set<Stream>>();
  const heads = new Map<string, number>();
  const all = () => [...streams.values()].flatMap((some) => [...some]);

  function forget(stream: Stream): void {
    const { workspaceId } = stream.listener;
    const some = streams.get(workspaceId);
    some?.delete(stream);
    if (some?.size !== 0) return;
    streams.delete(workspaceId);
    heads.delete(workspaceId);
  }

  function end(stream: Stream): void {
    forget(stream);
    stream.controller.close();
  }

  function makeRoom({ personId }: Listener): void {
    const own = all().filter((one) => one.listener.personId === personId);
    for (const stream of own.slice(0, Math.max(0, own.length - perPerson + 1))) end(stream);
  }

  return {
    open(listener) {
      makeRoom(listener);
      let stream: Stream;
      return new ReadableStream<Uint8Array>(
        {
          start(controller) {
            stream = { listener, controller, owed: undefined, stalledBeats: 0 };
            const some = streams.get(listener.workspaceId) ?? new Set();
            streams.set(listener.workspaceId, some.add(stream));
            controller.enqueue(encoder.encode("retry: 5000\n\n"));
          },
          pull() {
            if (stream.owed !== undefined) send(stream, stream.owed);
          },
          cancel: () => forget(stream),
        },
        { highWaterMark: queued },
      );
    },
    poke(workspaceId, revision) {
      const some = streams.get(workspaceId);
      if (some === undefined) return;
      heads.set(workspaceId, Math.max(revision, heads.get(workspaceId) ?? 0));
      for (const stream of some) send(stream, revision);
    },
    beat() {
      for (const stream of all()) {
        stream.stalledBeats = hasRoom(stream) ? 0 : stream.stalledBeats + 1;
        if (stream.stalledBeats === 0) stream.controller.enqueue(encoder.encode(": beat\n\n"));
        else if (stream.stalledBeats > stalledBeatsAllowed) end(stream);
      }
    },
    async catchUp(revisions) {
      if (streams.size === 0) return;
      for (const [workspaceId, revision] of await revisions([...streams.keys()])) {
        const head = heads.get(workspaceId);
        heads.set(workspaceId, revision);
        if (head !== undefined && revision > head) this.poke(workspaceId, revision);
      }
    },
    close(match) {
      for (const stream of all()) if (match(stream.listener)) end(stream);
    },
    count: () => all().length,
  };
}

function hasRoom({ controller }: Stream): boolean {
  return (controller.desiredSize ?? 0) > 0;
}

function send(stream: Stream, revision: number): void {
  stream.owed = hasRoom(stream) ? undefined : revision;
  if (stream.owed === undefined)
    stream.controller.enqueue(encoder.encode(`event: poke\ndata: ${JSON.stringify({ revision })}\n\n`));
}
