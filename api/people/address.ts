import { BlockList, isIP, isIPv6 } from "node:net";

/** The proxies whose word about the caller's address and protocol is taken. */
export function trustedProxies(entries: readonly string[]): BlockList {
  const trusted = new BlockList();
  for (const entry of entries) {
    const [address = "", bits] = entry.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  return trusted;
}

export function isTrusted(address: string, trusted: BlockList): boolean {
  const plain = unmapped(address);
  return isIP(plain) !== 0 && trusted.check(plain, isIPv6(plain) ? "ipv6" : "ipv4");
}

/**
 * Who calls: the socket's address, or, when that is a trusted proxy, the last address in X-Forwarded-For that is not
 * one. What stands before it was written by the caller and proves nothing.
 */
export function callerOf(socket: string, forwardedFor: string | undefined, trusted: BlockList): string {
  const chain = [...(forwardedFor ?? "").split(",").map((one) => one.trim()), socket].filter(
    (one) => one !== "",
  );
  let caller = socket;
  for (const one of chain.reverse()) {
    if (isIP(unmapped(one)) === 0) break;
    caller = one;
    if (!isTrusted(one, trusted)) break;
  }
  return unmapped(caller);
}

/** What limits are counted by: an IPv4 address, or the /64 that a single IPv6 subscriber is given. */
export function subscriberOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const before = head.split(":").filter((group) => group !== "");
  const after = (tail ?? "").split(":").filter((group) => group !== "");
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: Math.max(0, zeros) }, () => "0"), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

function unmapped(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
}
