import { isIP } from 'node:net';
import { blockList, isPublicAddress, isWithin } from './fetch-addresses.server.ts';
import { allowedFrom } from './fetch-allow.ts';

/** What an operator allows beyond the public internet at its usual ports. */
export interface FetchRules {
  /** `host`, `address` or `network/bits`, each with `:port` where a port other than 80 and 443 is meant. */
  readonly allow: readonly string[];
  /** Every request goes through this proxy, when there is one. */
  readonly proxy: string | undefined;
}

const usualPorts = [80, 443];

/** What the rules say about one host and port. */
export function wallFor(rules: FetchRules, { host, port }: { host: string; port: number }) {
  const isUsual = usualPorts.includes(port);
  const here = rules.allow
    .flatMap((entry) => allowedFrom(entry) ?? [])
    .filter((one) => (one.port === undefined ? isUsual : one.port === port))
    .map(({ what }) => what);
  const isNamed = here.includes(host);
  const networks = blockList(here.filter((what) => isIP(what.split('/')[0] ?? '') !== 0));
  return {
    /** Before any name is looked up: another port is asked for only where the operator named it. */
    portMayBeRight: isUsual || here.length > 0,
    mayConnect: (address: string) => isNamed || isWithin(networks, address) || (isUsual && isPublicAddress(address)),
  };
}
