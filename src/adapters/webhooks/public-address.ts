import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Networks that are not the internet: this machine, this network, and what is reserved (IANA special-purpose registries). */
const INNER_V4 = new BlockList();
/** Apart: a list of both finds IPv4 addresses in the block of IPv6 that stands for them. */
const INNER_V6 = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  INNER_V4.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  // Only 2000::/3 was ever given to the internet. Below it lie this machine and the block that once held IPv4 addresses (::127.0.0.1 is written
  // ::7f00:1 in URLs, ::ffff:127.0.0.1 ::ffff:7f00:1), above it what is local, and what nobody has.
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  INNER_V6.addSubnet(network, prefix, 'ipv6');

const IPV4_IN_IPV6 = /^(?:0{0,4}:)*:?(?:ffff:)?(\d+\.\d+\.\d+\.\d+)$/i;

/** A name or an address that is reached only where it was allowed. */
export class InnerAddress extends Error {}

/** Whether an IP address belongs to the internet. */
export function isPublicAddress(address: string): boolean {
  const inside = IPV4_IN_IPV6.exec(address)?.[1];
  if (inside !== undefined) return isPublicAddress4(inside);
  return isIP(address) === 6 ? !INNER_V6.check(address, 'ipv6') : isPublicAddress4(address);
}

function isPublicAddress4(address: string): boolean {
  return isIP(address) === 4 && !INNER_V4.check(address, 'ipv4');
}

/**
 * Looks a name up and gives its addresses only when all of them are public: checked where the connection is made, so that a name that points elsewhere
 * a moment later reaches nothing. Fails with `InnerAddress`.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error !== null || first === undefined) callback(error ?? new Error('no address'), '', 4);
    else if (!addresses.every(({ address }) => isPublicAddress(address))) callback(new InnerAddress(), '', 4);
    else if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};
