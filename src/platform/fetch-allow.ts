import { isIP } from 'node:net';

/** One place that an operator allows: a host, an address or a network, at one port or at the usual ones. */
export interface Allowed {
  readonly what: string;
  readonly port: number | undefined;
}

/** `oa.example.cn`, `10.0.0.0/8`, `127.0.0.1:4250`, `[::1]:4250`; undefined when it is none of these. */
export function allowedFrom(entry: string): Allowed | undefined {
  const { name, port } = withoutPort(entry.toLowerCase());
  const [host = '', bits] = name.split('/');
  const isGood = bits === undefined ? isIP(host) !== 0 || isHostName(host) : isNetwork(host, bits);
  return isGood && isPort(port) ? { what: name, port } : undefined;
}

/** A bare IPv6 address has colons of its own: with a port it stands in brackets. */
function withoutPort(entry: string): { name: string; port: number | undefined } {
  const [, name, port] = /^\[(.+)\](?::(\d{1,5}))?$/.exec(entry) ?? /^([^:]+)(?::(\d{1,5}))?$/.exec(entry) ?? [];
  return { name: name ?? entry, port: port === undefined ? undefined : Number(port) };
}

function isPort(port: number | undefined): boolean {
  return port === undefined || (port >= 1 && port <= 65535);
}

function isHostName(name: string): boolean {
  // Only digits and dots would be an address that was mistyped.
  return /^(?=.{1,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)*$/.test(name) && !/^[\d.]+$/.test(name);
}

function isNetwork(address: string, bits: string): boolean {
  const family = isIP(address);
  return family !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128);
}
