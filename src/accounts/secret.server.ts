import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

export interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** ASVS 5.0 appendix C: scrypt with N = 2^17, r = 8, p = 1. One derivation takes 128 MB and some tenths of a second. */
const fullCost: Cost = { N: 2 ** 17, r: 8, p: 1 };
const maxmem = 256 * 1024 * 1024;

const atOnce = 2;
const mostWaiting = 20;
let running = 0;
const waiting: (() => void)[] = [];

/** True when so many passwords wait to be checked that another would wait too long. */
export function isTooBusy(): boolean {
  return waiting.length >= mostWaiting;
}

/** At most a few at once, so that a flood of sign-ins takes neither the memory nor the processors. */
async function deriveInTurn(password: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await derive(password.normalize('NFC'), salt, 32, { ...cost, maxmem });
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** Only tests name a cost: so many accounts are made there that the full one would take minutes. */
export async function hashPassword(password: string, cost: Cost = fullCost): Promise<string> {
  const salt = randomBytes(16);
  return written(cost, salt, await deriveInTurn(password, salt, cost));
}

function written({ N, r, p }: Cost, salt: Buffer, key: Buffer): string {
  return ['scrypt', N, r, p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** A hash nobody's password has: an unknown e-mail takes the same time as a wrong password. */
const nobodys = written(fullCost, randomBytes(16), randomBytes(32));

/** Derives as the stored hash was derived, so that a higher cost of tomorrow keeps the passwords of today. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = (stored ?? nobodys).split('$');
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const derived = await deriveInTurn(password, Buffer.from(salt, 'base64'), cost);
  return timingSafeEqual(derived, Buffer.from(key, 'base64')) && stored !== undefined;
}
