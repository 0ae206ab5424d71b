import { expect, test } from "vitest";
import { EnvError, parseEnv } from "../../api/env.ts";

test("an empty environment is enough to start, and an empty variable counts as absent", () => {
  const env = parseEnv({ PORT: "", DATABASE_URL: "", TRUST_PROXY: "" });
  expect(env).toEqual({
    PORT: 4170,
    HOST: "localhost",
    DATA_DIR: "./data",
    TRUST_PROXY: [],
    PUSH_EXTRA_HOSTS: [],
    WEBHOOK_EXTRA_HOSTS: [],
    LOG_LEVEL: "info",
  });
});

const vapid = { VAPID_PUBLIC_KEY: "B".repeat(87), VAPID_PRIVATE_KEY: "A".repeat(43) };

test("every variable of a full environment is understood", () => {
  const env = parseEnv({
    PORT: "0",
    HOST: "0.0.0.0",
    DATABASE_URL: "libsql://db.example.com",
    DATABASE_AUTH_TOKEN: "t",
    PUBLIC_URL: "https://okr.example.com/",
    TRUST_PROXY: "10.0.0.2, 172.16.0.0/12, fd00::/8",
    VAPID_SUBJECT: "mailto:ops@example.com",
    PUSH_EXTRA_HOSTS: "push.example.com,localhost:8443",
    WEBHOOK_EXTRA_HOSTS: "prometheus.internal:9090, [::1]:9090",
    SMTP_URL: "smtps://northing:p%40ss@mail.example.com:465",
    MAIL_FROM: "Northing <okr@example.com>",
    SECRET_KEY: "A".repeat(43),
    LOG_LEVEL: "debug",
    ...vapid,
  });
  expect(env.PUBLIC_URL).toBe("https://okr.example.com");
  expect(env.TRUST_PROXY).toEqual(["10.0.0.2", "172.16.0.0/12", "fd00::/8"]);
  expect(env.WEBHOOK_EXTRA_HOSTS).toEqual(["prometheus.internal:9090", "[::1]:9090"]);
  expect(env.mail).toEqual({
    url: "smtps://northing:p%40ss@mail.example.com:465",
    from: "Northing <okr@example.com>",
  });
  expect(env.vapid).toEqual({ publicKey: vapid.VAPID_PUBLIC_KEY, privateKey: vapid.VAPID_PRIVATE_KEY });
});

test.each([
  ["PORT", "abc"],
  ["PORT", "70000"],
  ["PORT", "-1"],
  ["HOST", "a b"],
  ["DATABASE_URL", "postgres://localhost/northing"],
  ["PUBLIC_URL", "http://okr.example.com"],
  ["PUBLIC_URL", "https://okr.example.com/northing"],
  ["PUBLIC_URL", "okr.example.com"],
  ["TRUST_PROXY", "my-proxy"],
  ["TRUST_PROXY", "10.0.0.0/33"],
  ["VAPID_SUBJECT", "ops@example.com"],
  ["VAPID_PUBLIC_KEY", "short"],
  ["PUSH_EXTRA_HOSTS", "https://push.example.com"],
  ["WEBHOOK_EXTRA_HOSTS", "http://prometheus.internal:9090"],
  ["MAIL_FROM", "Northing"],
  ["LOG_LEVEL", "loud"],
])("a wrong %s (%s) stops the start with its name and what was expected", (name, value) => {
  const parse = () => parseEnv({ [name]: value });
  expect(parse).toThrow(EnvError);
  expect(parse).toThrow(new RegExp(`^${name}: expected .+; got "${value}"$`));
});

test("every wrong variable is told at once, a secret one without its value", () => {
  const parse = () => parseEnv({ PORT: "abc", LOG_LEVEL: "loud", VAPID_PRIVATE_KEY: "hunter2" });
  expect(parse).toThrow(/PORT: .*\nVAPID_PRIVATE_KEY: .*\nLOG_LEVEL: /s);
  expect(parse).not.toThrow(/hunter2/);
});

test.each([
  "mail.example.com",
  "https://ops:hunter2@mail.example.com",
  "smtp://",
  "smtp://ops:hunter2@mail.example.com/?a",
])("a mail server that is none is told without its password: %s", (SMTP_URL) => {
  const parse = () => parseEnv({ SMTP_URL, MAIL_FROM: "okr@example.com" });
  expect(parse).toThrow(/^SMTP_URL: expected smtp:/);
  expect(parse).not.toThrow(/hunter2/);
});

test("a sender's address begins no second header", () => {
  for (const MAIL_FROM of ["a@b.c\r\nBcc: <eve@example.com>", "A\nBcc: x <a@b.c>", "a@b.c, eve@example.com"])
    expect(() => parseEnv({ SMTP_URL: "smtp://mail.example.com", MAIL_FROM })).toThrow(
      /^MAIL_FROM: expected/,
    );
});

test("a mail server without a sender, or a sender without a server, is refused", () => {
  expect(() => parseEnv({ SMTP_URL: "smtp://mail.example.com" })).toThrow(/both or neither/);
  expect(() => parseEnv({ MAIL_FROM: "okr@example.com" })).toThrow(/both or neither/);
});

test("half a VAPID key pair is refused", () => {
  expect(() => parseEnv({ VAPID_PUBLIC_KEY: vapid.VAPID_PUBLIC_KEY })).toThrow(/both or neither/);
});
