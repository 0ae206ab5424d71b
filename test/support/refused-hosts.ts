/** Hosts nobody may have the server ask, by what they are. Those that are names resolve to loopback in the tests. */
export const refusedHosts: Record<string, readonly string[]> = {
  loopback: ["127.0.0.1", "127.0.0.53", "127.1.2.3", "127.255.255.254", "[::1]", "[0:0:0:0:0:0:0:1]"],
  "names of this machine": ["localhost", "LOCALHOST", "localhost.", "app.localhost", "localhost.localdomain"],
  private: [
    ..."10.0.0.1 10.255.255.255 172.16.0.1 172.31.255.255 192.168.0.1 192.168.255.255".split(" "),
    ..."[fc00::1] [fd12:3456:789a::1] [fdff::1]".split(" "),
  ],
  "link-local and site-local": ["169.254.1.1", "[fe80::1]", "[febf::1]", "[fec0::1]"],
  "metadata of clouds": [
    ..."169.254.169.254 169.254.170.2 100.100.100.200 168.63.129.16 192.0.0.192 [fd00:ec2::254]".split(" "),
    ..."metadata.google.internal instance-data.ec2.internal".split(" "),
  ],
  "shared address space": ["100.64.0.1", "100.127.255.255"],
  "this network": ["0.0.0.0", "0.1.2.3", "[::]", "[::0]"],
  documentation: ["192.0.2.1", "198.51.100.1", "203.0.113.1", "[2001:db8::1]", "[3fff::1]"],
  reserved: [
    "192.0.0.1",
    "192.88.99.1",
    "198.18.0.1",
    "198.19.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "[5f00::1]",
  ],
  multicast: ["224.0.0.1", "239.255.255.255", "[ff02::1]", "[ff0e::1]"],
  "IPv4 in IPv6": [
    ..."[::ffff:127.0.0.1] [::ffff:7f00:1] [::ffff:0:127.0.0.1] [::127.0.0.1] [::ffff:8.8.8.8]".split(" "),
    ..."[64:ff9b::127.0.0.1] [64:ff9b::7f00:1] [64:ff9b:1::a00:1] [2002:7f00:1::] [2002:a9fe:a9fe::]".split(
      " ",
    ),
    ..."[2001:0:4136:e378:8000:63bf:80ff:fffe] [2001::1] [100::1]".split(" "),
  ],
  "a zone": ["[fe80::1%25eth0]", "[fe80::1%eth0]", "[::1%25lo]"],
  decimal: ["2130706433", "0", "1", "3232235521", "4294967295", "134744072"],
  octal: ["0177.0.0.1", "017700000001", "0300.0250.0.1", "012.0.0.1", "010.010.010.010"],
  hexadecimal: ["0x7f.0.0.1", "0x7f000001", "0x7f.1", "0xa9fea9fe", "0x08080808", "0X7F.0x0.0x0.0x1"],
  short: ["127.1", "127.0.1", "10.1", "192.168.1", "8.8"],
  "a trailing dot": ["127.0.0.1.", "metrics.example.org.", "8.8.8.8.", "2130706433."],
  "malformed numbers": [
    "127.0.0.256",
    "1.2.3.4.5",
    "0x",
    "127.0.0.0x",
    "08.8.8.8",
    "256.1.1.1",
    "4294967296",
  ],
  "letters that become others": [
    ..."①②⑦.⓪.⓪.① １２７.０.０.１ 127。0。0。1 127．0．0．1 ⓛocalhost ｌocalhost lOcalhoſt bücher.example.org".split(
      " ",
    ),
    "metrics.exa\u00admple.org",
    "metrics.example\u200b.org",
  ],
  "names without a place on the internet": [
    ..."intranet printer.local router.lan nas.home.arpa wiki.corp db.internal metrics.onion a.test b.invalid".split(
      " ",
    ),
  ],
  "names of a neighbour": ["metrics", "com", "127.0.0.1.localhost", "_"],
  "what is no host": [
    "",
    ".",
    "..",
    "a..b",
    "-",
    "%31%32%37.0.0.1",
    "127.0.0.1%00.example.org",
    "a b.example.org",
  ],
};

/** Whole addresses that look like one host and are another, or lead past the rules of scheme, port and form. */
export const refusedAddresses: readonly string[] = [
  "http://metrics.example.org/",
  "ftp://metrics.example.org/",
  "file:///etc/passwd",
  "gopher://127.0.0.1:6379/_INFO",
  "data:application/json,1",
  "javascript:1",
  "//metrics.example.org/",
  "metrics.example.org",
  "https:metrics.example.org/",
  "https:/metrics.example.org/",
  "https:///metrics.example.org/",
  "https:\\\\metrics.example.org\\",
  "https://metrics.example.org:80/",
  "https://metrics.example.org:8443/",
  "https://metrics.example.org:22/",
  "https://metrics.example.org:0/",
  "https://metrics.example.org:65536/",
  "https://ada@metrics.example.org/",
  "https://ada:pass@metrics.example.org/",
  "https://metrics.example.org@127.0.0.1/",
  "https://127.0.0.1\\@metrics.example.org/",
  "https://metrics.example.org\\@127.0.0.1/",
  "https://127.0.0.1#@metrics.example.org/",
  "https://127.0.0.1?@metrics.example.org/",
  "https://metrics.example.org%2f@127.0.0.1/",
  "https://metrics.example.org\t.evil.example.net/",
  "https://127.0.0\n.1/",
  "\u0001https://metrics.example.org/",
  "https://metrics.example.org/\u0000",
  `https://metrics.example.org/${"a".repeat(2048)}`,
  "https://[::1/",
  "https://]/",
  "https://",
  "",
];

/** Names that look like a push service and are none: what ends, begins or goes on like one is somebody else's. */
export const pushLookAlikes: readonly string[] = [
  ..."evilweb.push.apple.com.attacker.example web.push.apple.com.evil.example push.apple.com.evil.example".split(
    " ",
  ),
  ..."evilpush.apple.com push-apple.com apple.com www.apple.com web.push.apple.comm push.apple.com.".split(
    " ",
  ),
  ..."fcm.googleapis.com.evil.example evilfcm.googleapis.com googleapis.com fcm-googleapis.com".split(" "),
  ..."storage.googleapis.com fcm.googleapis.com.127.0.0.1.nip.io fcm.googleapis.co jmt17.google.com.evil".split(
    " ",
  ),
  ..."evilnotify.windows.com windows.com notify.windows.com.evil.example microsoft.com notify-windows.com".split(
    " ",
  ),
  ..."evilpush.services.mozilla.com services.mozilla.com push.services.mozilla.com.evil.example".split(" "),
  ..."fcm.googleapis.com@127.0.0.1 127.0.0.1#fcm.googleapis.com 127.0.0.1?fcm.googleapis.com".split(" "),
  ..."fcm%2egoogleapis.com.evil.example fcm.googleapis.com%00.evil.example xn--fcm-.googleapis.com.evil".split(
    " ",
  ),
];

/** Every spelling as a whole address, at the port of https and at one of the test's own. */
export function refusedUrls(port: number): string[] {
  const hosts = Object.values(refusedHosts).flat();
  return [
    ...hosts.flatMap((host) => [`https://${host}/`, `https://${host}:${port}/`, `http://${host}:${port}/`]),
    ...refusedAddresses,
  ];
}
