import { BlockList, isIPv4, isIPv6 } from "node:net";

/** Ranges that are nobody's on the public internet (IANA special-purpose registries), and Azure's host agent. */
const notPublic = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["168.63.129.16", 32],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  notPublic.addSubnet(network, bits, "ipv4");

/** Of IPv6 only global unicast, without what wraps an IPv4 address (Teredo, 6to4), documentation and benchmarking. */
const global = new BlockList();
global.addSubnet("2000::", 3, "ipv6");
const wrapped = new BlockList();
for (const [network, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  wrapped.addSubnet(network, bits, "ipv6");

/** Whether an address is one on the public internet. Anything that is not an address is not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !notPublic.check(address, "ipv4");
  return isIPv6(address) && global.check(address, "ipv6") && !wrapped.check(address, "ipv6");
}
