import { describe, expect, it } from "vitest";
import { endpointAllowed, isExtraHost, subscription } from "../../../shared/push/subscription.ts";

const allowed = (endpoint: string, extra: string[] = []) => endpointAllowed(new URL(endpoint), extra);

describe("a push endpoint", () => {
  it.each([
    "https://fcm.googleapis.com/fcm/send/abc",
    "https://jmt17.google.com/fcm/send/abc",
    "https://updates.push.services.mozilla.com/wpush/v2/abc",
    "https://web.push.apple.com/abc",
    "https://api.push.apple.com/abc",
    "https://wns2-db5p.notify.windows.com/w/?token=abc",
    "https://FCM.googleapis.com:443/fcm/send/abc",
  ])("of a known push service is taken: %s", (endpoint) => {
    expect(allowed(endpoint)).toBe(true);
  });

  it.each([
    // the scheme, the port, the credentials
    "http://fcm.googleapis.com/fcm/send/abc",
    "ftp://fcm.googleapis.com/abc",
    "https://fcm.googleapis.com:8443/abc",
    "https://fcm.googleapis.com:80/abc",
    "https://me@fcm.googleapis.com/abc",
    "https://me:word@fcm.googleapis.com/abc",
    // names that look like one
    "https://evilfcm.googleapis.com/abc",
    "https://xweb.push.apple.com.attacker.example/abc",
    "https://evilweb.push.apple.com.attacker/abc",
    "https://push.apple.com.example/abc",
    "https://evilpush.apple.com/abc",
    "https://attacker.example/fcm.googleapis.com/abc",
    "https://attacker.example/?.push.apple.com/",
    "https://attacker.example#.push.apple.com",
    "https://attacker.example\\.push.apple.com/",
    "https://fcm.googleapis.com@attacker.example/abc",
    "https://fcm.googleapis.com./abc",
    "https://fcm%2egoogleapis.com.example/abc",
    "https://fcm.googleapis.сom/abc",
    "https://googleapis.com/abc",
    "https://apple.com/abc",
    "https://www.icloud.com/abc",
    "https://windows.com/abc",
    "https://notnotify.windows.com/abc",
    "https://storage.googleapis.com/abc",
    "https://services.mozilla.com/abc",
    // addresses, in every spelling
    "https://localhost/abc",
    "https://localhost.localdomain/abc",
    "https://127.0.0.1/abc",
    "https://127.1/abc",
    "https://2130706433/abc",
    "https://0x7f000001/abc",
    "https://0177.0.0.1/abc",
    "https://0/abc",
    "https://10.0.0.1/abc",
    "https://172.16.0.1/abc",
    "https://192.168.1.1/abc",
    "https://100.64.0.1/abc",
    "https://169.254.169.254/latest/meta-data",
    "https://198.18.0.1/abc",
    "https://224.0.0.1/abc",
    "https://255.255.255.255/abc",
    "https://[::1]/abc",
    "https://[::]/abc",
    "https://[::ffff:127.0.0.1]/abc",
    "https://[64:ff9b::7f00:1]/abc",
    "https://[2002:7f00:1::]/abc",
    "https://[fe80::1]/abc",
    "https://[fc00::1]/abc",
    "https://metadata.google.internal/abc",
    "https://intranet/abc",
    "https://push.internal/abc",
  ])("anywhere else is refused: %s", (endpoint) => {
    expect(allowed(endpoint)).toBe(false);
  });

  it("is refused when it is longer than any real one", () => {
    expect(allowed(`https://fcm.googleapis.com/${"a".repeat(2100)}`)).toBe(false);
  });

  it("at a host the operator names is taken, with exactly that port", () => {
    const extra = ["push.example.org", "localhost:4433"];
    expect(allowed("https://push.example.org/abc", extra)).toBe(true);
    expect(allowed("https://localhost:4433/abc", extra)).toBe(true);
    expect(allowed("https://localhost:4434/abc", extra)).toBe(false);
    expect(allowed("https://localhost/abc", extra)).toBe(false);
    expect(allowed("https://push.example.org:8443/abc", extra)).toBe(false);
    expect(allowed("https://sub.push.example.org/abc", extra)).toBe(false);
    expect(allowed("http://localhost:4433/abc", extra)).toBe(false);
    expect(isExtraHost(new URL("https://fcm.googleapis.com/abc"), extra)).toBe(false);
  });
});

describe("a subscription", () => {
  const p256dh = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)]).toString("base64url");
  const auth = Buffer.alloc(16, 9).toString("base64url");
  const sound = { endpoint: "https://fcm.googleapis.com/fcm/send/abc", keys: { p256dh, auth } };

  it("is taken with keys of the right length", () => {
    expect(subscription.safeParse(sound).success).toBe(true);
  });

  it.each([
    ["a compressed point", { ...sound, keys: { p256dh: Buffer.alloc(33, 2).toString("base64url"), auth } }],
    [
      "a point that begins wrong",
      { ...sound, keys: { p256dh: Buffer.alloc(65, 7).toString("base64url"), auth } },
    ],
    ["a short secret", { ...sound, keys: { p256dh, auth: Buffer.alloc(15, 9).toString("base64url") } }],
    ["a long secret", { ...sound, keys: { p256dh, auth: Buffer.alloc(17, 9).toString("base64url") } }],
    ["a field nobody knows", { ...sound, personId: "another" }],
    ["no keys", { endpoint: sound.endpoint }],
    ["a long endpoint", { ...sound, endpoint: `https://fcm.googleapis.com/${"a".repeat(2048)}` }],
  ])("with %s is refused", (_name, hostile) => {
    expect(subscription.safeParse(hostile).success).toBe(false);
  });
});
