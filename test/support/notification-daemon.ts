import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DbusMessage, decodeDbus, encodeDbus } from "./dbus.ts";

/** A notification as it reached the desktop. */
export interface Shown {
  id: number;
  app: string;
  title: string;
  body: string;
  /** Keys a click may name, with their words. */
  actions: Record<string, string>;
  closed: boolean;
}

export interface NotificationDaemon {
  /** For `DBUS_SESSION_BUS_ADDRESS`. */
  address: string;
  shown: Shown[];
  /** The next notification that has not been waited for yet; fails after half a minute. */
  next(): Promise<Shown>;
  /** A trusted click, on the notification itself or on one of its actions. */
  click(shown: Shown, key?: string): void;
  dismiss(shown: Shown): void;
  close(): void;
}

const children = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

const name = "org.freedesktop.Notifications";
const path = "/org/freedesktop/Notifications";

/** A private session bus with a notification daemon on it: it sees only what really reaches the desktop. */
export async function startNotificationDaemon(): Promise<NotificationDaemon> {
  const folder = mkdtempSync(join(tmpdir(), "northing-bus-"));
  const bus = startBus(folder);
  const address = await firstLine(bus);
  const socket = await authenticated(address);
  const shown: Shown[] = [];
  const waiting: ((one: Shown) => void)[] = [];
  let seen = 0;
  let serial = 0;

  const send = (message: Partial<DbusMessage> & { type: number; body: unknown[] }) => {
    serial += 1;
    socket.write(encodeDbus({ ...message, serial }));
  };
  const signal = (member: string, signature: string, body: unknown[]) =>
    send({ type: 4, path, interface: name, member, signature, body });
  const busCall = (member: string, signature: string, body: unknown[]) => {
    const destination = "org.freedesktop.DBus";
    send({
      type: 1,
      flags: 0,
      path: "/org/freedesktop/DBus",
      interface: destination,
      destination,
      member,
      signature,
      body,
    });
  };

  function take(call: DbusMessage): void {
    if (call.type !== 1) return;
    const reply = replyTo(call);
    const towards = { replySerial: call.serial, destination: call.sender! };
    if (reply) send({ type: 2, ...towards, signature: reply[0], body: reply[1] });
    else send({ type: 3, ...towards, errorName: "org.freedesktop.DBus.Error.UnknownMethod", body: [] });
  }

  function replyTo({ member, body }: DbusMessage): [signature: string, body: unknown[]] | undefined {
    if (member === "GetCapabilities") return ["as", [["actions", "body", "persistence"]]];
    if (member === "GetServerInformation") return ["ssss", ["northing-test", "northing", "1", "1.2"]];
    if (member === "Notify") return ["u", [notify(body)]];
    if (member !== "CloseNotification") return undefined;
    const one = shown.find(({ id }) => id === body[0]);
    end(one, 3);
    return ["", []];
  }

  function notify([app, replaces, , title, body, actions]: unknown[]): number {
    const id = Number(replaces) || shown.length + 1;
    const keys = actions as string[];
    const words: Record<string, string> = {};
    for (let i = 0; i < keys.length; i += 2) words[keys[i]!] = keys[i + 1] ?? "";
    const one = {
      id,
      app: String(app),
      title: String(title),
      body: String(body),
      actions: words,
      closed: false,
    };
    shown.push(one);
    const waiter = waiting.shift();
    if (waiter) {
      seen += 1;
      waiter(one);
    }
    return id;
  }

  function end(one: Shown | undefined, reason: number): void {
    if (one === undefined || one.closed) return;
    one.closed = true;
    signal("NotificationClosed", "uu", [one.id, reason]);
  }

  let buffered = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    buffered = Buffer.concat([buffered, chunk]);
    for (let next = decodeDbus(buffered); next; next = decodeDbus(buffered)) {
      buffered = Buffer.from(next.rest);
      take(next.message);
    }
  });
  busCall("Hello", "", []);
  busCall("RequestName", "su", [name, 0]);

  return {
    address,
    shown,
    next() {
      const ready = shown[seen];
      if (ready) {
        seen += 1;
        return Promise.resolve(ready);
      }
      return new Promise((done, fail) => {
        const late = setTimeout(() => fail(new Error("no notification in 30 seconds")), 30_000);
        waiting.push((one) => {
          clearTimeout(late);
          done(one);
        });
      });
    },
    click(one, key = "default") {
      signal("ActionInvoked", "us", [one.id, key]);
      end(one, 2);
    },
    dismiss: (one) => end(one, 2),
    close() {
      socket.destroy();
      bus.kill("SIGKILL");
      children.delete(bus);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Without service folders, so that nothing else is started on this bus. */
function startBus(folder: string): ChildProcess {
  const config = join(folder, "bus.conf");
  writeFileSync(
    config,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=${folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>`,
  );
  const args = [`--config-file=${config}`, "--nofork", "--nopidfile", "--print-address=1"];
  const bus = spawn("dbus-daemon", args, { stdio: ["ignore", "pipe", "ignore"] });
  children.add(bus);
  return bus;
}

function firstLine(bus: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    bus.on("error", () => fail(new Error("no dbus-daemon: install the package dbus")));
    bus.stdout!.once("data", (chunk: Buffer) => done(chunk.toString().trim()));
  });
}

async function authenticated(address: string): Promise<Socket> {
  const [, place = ""] = /unix:(?:path|abstract)=([^,]+)/.exec(address) ?? [];
  const socket = connect(address.includes("abstract=") ? `\0${place}` : place);
  const uid = Buffer.from(String(process.getuid?.() ?? 0)).toString("hex");
  socket.write(`\0AUTH EXTERNAL ${uid}\r\n`);
  const greeting = await new Promise<string>((done, fail) => {
    socket.once("error", fail);
    socket.once("data", (chunk: Buffer) => done(chunk.toString()));
  });
  if (!greeting.startsWith("OK")) throw new Error(`the bus refused: ${greeting}`);
  socket.write("BEGIN\r\n");
  return socket;
}
