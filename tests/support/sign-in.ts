import { createHash } from 'node:crypto';
import { inject } from 'vitest';
import { theSystem, type Membership } from '#accounts/actor.ts';
import { sessionCookieName } from '#platform/session-cookie.ts';
import { openDatabase, type Database } from '#platform/database.server.ts';
import type { Reader } from './browser.ts';

/** The database of the running site, for what a journey has to find there already. */
export async function withSiteDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase(inject('siteDatabase'), 1);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

interface SignedIn extends Reader {
  readonly storageState: NonNullable<Reader['storageState']>;
  readonly accountId: number;
}

/** An operator with a session, as signing in would leave them. */
export function signedInOperator(name: string): Promise<SignedIn> {
  return signedIn(name, { role: 'operator' });
}

/** Somebody with that membership and a session. */
export async function signedIn(name: string, membership: Membership): Promise<SignedIn> {
  const token = `session-of-${name}`.padEnd(43, '-');
  const accountId = await withSiteDatabase(({ pool }) => enter(pool, { name, token, membership }));
  const site = inject('site');
  const cookie = { name: sessionCookieName(site), value: token, domain: new URL(site).hostname, path: '/' };
  const flags = { expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' as const };
  return { accountId, storageState: { cookies: [{ ...cookie, ...flags }], origins: [] } };
}

interface Entering {
  readonly name: string;
  readonly token: string;
  readonly membership: Membership;
}

async function enter(pool: Database['pool'], { name, token, membership }: Entering): Promise<number> {
  await pool.query("select set_config('yuanlian.zones', '*', false), set_config('yuanlian.actor', $1, false)", [
    theSystem.id,
  ]);
  const { rows } = await pool.query<{ id: string }>(
    `insert into account (email, name) values ($1 || '@zone.example', $1)
      on conflict (email) do update set name = excluded.name returning id`,
    [name],
  );
  const id = Number(rows[0]?.id);
  await pool.query(
    `insert into membership (account_id, role, zone_code, organisation_id, unit_id) values ($1, $2, $3, $4, $5)
      on conflict do nothing`,
    [id, membership.role, membership.zone ?? null, membership.organisation ?? null, membership.unit ?? null],
  );
  await pool.query(
    `insert into session (token_hash, account_id, last_seen_at, expires_at)
      values ($1, $2, now() + interval '1 minute', now() + interval '1 day') on conflict do nothing`,
    [createHash('sha256').update(token).digest(), id],
  );
  return id;
}
