/** The address as it is written in settings: an IPv4 address that came over an IPv6 socket without its prefix. */
export function plainAddress(address: string | undefined): string {
  return (address ?? '').replace(/^::ffff:/i, '').toLowerCase();
}

/**
 * Whom a request is from. A forwarding header is believed only from the operator's own proxies, and of several
 * addresses in it the last one that is not such a proxy: everything before it was written by strangers.
 */
export function askerAddress(
  peer: string | undefined,
  forwarded: string | undefined,
  proxies: readonly string[],
): string {
  const direct = plainAddress(peer);
  if (!proxies.includes(direct) || !forwarded) return direct;
  const hops = forwarded.split(',').map((hop) => plainAddress(hop.trim()));
  return hops.findLast((hop) => !proxies.includes(hop)) ?? direct;
}
