import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** ASVS 5.0 appendix C: scrypt with N = 2^17, r = 8, p = 1. One derivation takes 128 MB and some tenths of a second. */
const cost = { N: 2 ** 17, r: 8, p: 1 };
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
async function deriveInTurn(password: string, salt: Buffer): Promise<Buffer> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await derive(password.normalize('NFC'), salt, 32, { ...cost, maxmem });
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await deriveInTurn(password, salt);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** A hash nobody's password has: an unknown e-mail takes the same time as a wrong password. */
const nobodys = [
  'scrypt',
  cost.N,
  cost.r,
  cost.p,
  randomBytes(16).toString('base64'),
  randomBytes(32).toString('base64'),
].join('$');

export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, , , , salt = '', key = ''] = (stored ?? nobodys).split('$');
  const derived = await deriveInTurn(password, Buffer.from(salt, 'base64'));
  return timingSafeEqual(derived, Buffer.from(key, 'base64')) && stored !== undefined;
}
