import { BlockList, isIP } from 'node:net';

export interface ReceiverRules {
  /** For tests and development: receivers on this machine, over http too. */
  loopback: boolean;
}

const REFUSED_V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16', '192.175.48.0/24'],
  ...['198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  '168.63.129.16/32', // the metadata address of one cloud lies in a public range
];
/** Of 2000::/3, the only range of global unicast: what translates to IPv4 or documents, and what is reserved. */
const REFUSED_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'];

const refusedV4 = listOf(REFUSED_V4, 'ipv4');
const refusedV6 = listOf(REFUSED_V6, 'ipv6');
const globalV6 = listOf(['2000::/3'], 'ipv6');
const loopbackV4 = listOf(['127.0.0.0/8'], 'ipv4');

/** Addresses by the special-purpose registries of IANA (RFC 6890): what is not plainly public is refused. */
export function isRefusedAddress(address: string, { loopback }: ReceiverRules): boolean {
  const family = isIP(address);
  if (loopback && isLoopbackAddress(address)) return false;
  if (family === 4) return refusedV4.check(address, 'ipv4');
  return family === 0 || !globalV6.check(address, 'ipv6') || refusedV6.check(address, 'ipv6');
}

/** Why a receiver may not be called; undefined where it may. Its name is looked up again for every call. */
export function urlMistake(text: string, rules: ReceiverRules): string | undefined {
  if (!URL.canParse(text)) return 'is not an address such as https://supplier.example/hooks';
  const url = new URL(text);
  if (url.username || url.password) return 'must not hold a user or a password';
  if (url.hash) return 'must not hold a fragment';
  const host = hostOf(url);
  const here = /^(.*\.)?localhost$/.test(host) || isLoopbackAddress(host);
  const schemes = here && rules.loopback ? /^https?:$/ : /^https:$/;
  if (!schemes.test(url.protocol)) return 'must begin with https://';
  return isHostRefused(host, here, rules) ? 'must be reachable from the internet' : undefined;
}

function isHostRefused(host: string, here: boolean, rules: ReceiverRules): boolean {
  if (here) return !rules.loopback;
  return isIP(host) !== 0 && isRefusedAddress(host, rules);
}

/** Without the brackets of an IPv6 address and the dot of a complete name. */
export function hostOf({ hostname }: Pick<URL, 'hostname'>): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

function isLoopbackAddress(address: string): boolean {
  return address === '::1' || (isIP(address) === 4 && loopbackV4.check(address, 'ipv4'));
}

function listOf(ranges: string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [net = '', prefix] = range.split('/');
    list.addSubnet(net, Number(prefix), family);
  }
  return list;
}
