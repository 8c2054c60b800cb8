import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Db } from './database.server.ts';
import { signingKeys } from './tables.server.ts';

/** Signs texts for a purpose; what is signed for another does not pass. Needs the eyes of the site itself. */
export async function signer(db: Db): Promise<(purpose: string, text: string) => string> {
  const key = await keyOf(db);
  return (purpose, text) => `${Buffer.from(text).toString('base64url')}.${mac(key, purpose, text)}`;
}

/** The text that was signed for this purpose; undefined for everything else. */
export async function verified(db: Db, purpose: string, token: string): Promise<string | undefined> {
  const [body = '', given = ''] = token.split('.');
  const text = Buffer.from(body, 'base64url').toString();
  const right = mac(await keyOf(db), purpose, text);
  return given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right)) ? text : undefined;
}

async function keyOf(db: Db): Promise<string> {
  const [row] = await db.select().from(signingKeys);
  if (!row) throw new Error('only the site itself signs');
  return row.key;
}

function mac(key: string, purpose: string, text: string): string {
  return createHmac('sha256', key).update(`${purpose}\0${text}`).digest('base64url');
}
