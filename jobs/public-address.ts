/**
 * Where a push may be sent. A client names the address of its push service, and nobody may have us knock at the doors of
 * our own network by it (SSRF, OWASP ASVS 5, 1.3.6): only what the whole internet can reach is asked.
 */
import { lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Not of the whole internet, by the registries of IANA (RFC 6890 and what came after it). */
const SPECIAL_4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const;

/** Of the one range that is given out: tunnels, which may lead to any IPv4 address, and examples. */
const SPECIAL_6 = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const;

const special = new BlockList();
for (const [net, prefix] of SPECIAL_4) special.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of SPECIAL_6) special.addSubnet(net, prefix, "ipv6");

/** All that is given out of IPv6: what is mapped, embedded, local or a group is outside of it (RFC 4291). */
const global6 = new BlockList();
global6.addSubnet("2000::", 3, "ipv6");

/** Whether an IP address can be anybody's on the internet. False for what is no address. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !special.check(address, "ipv4");
  return (
    isIP(address) === 6 &&
    !address.includes("%") &&
    global6.check(address, "ipv6") &&
    !special.check(address, "ipv6")
  );
}

/** What stands in the log instead of an answer. */
export const NOT_PUBLIC = "not_public";

/**
 * As `dns.lookup`, for the moment in which a connection is opened, so that no name can lead elsewhere between a look and
 * a call. Fails with the code NOT_PUBLIC where any of its addresses is not public.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (fault, found) => {
    if (fault) return callback(fault, "");
    const [first] = found;
    if (!first || !found.every(({ address }) => isPublicAddress(address)))
      return callback(Object.assign(new Error("not a public address"), { code: NOT_PUBLIC }), "");
    if (options.all) callback(null, found);
    else callback(null, first.address, first.family);
  });
};
