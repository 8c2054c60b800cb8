import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Membership } from '#accounts/actor.ts';

/** An account of that name with a session, as signing in would leave them; answers the session’s token. Who has no memberships is a visitor. */
export async function enter(
  database: pg.Client,
  name: string,
  memberships: readonly Membership[] | undefined,
): Promise<string | undefined> {
  if (!memberships) return undefined;
  const token = `token-of-the-${name.replaceAll(' ', '-')}`.padEnd(43, '-');
  const disabled = name === 'disabled' ? 'now()' : 'null';
  const { rows } = await database.query<{ id: string }>(
    `insert into account (email, name, disabled_at) values ($1, $2, ${disabled}) returning id`,
    [`${name.replaceAll(' ', '-')}@zone.example`, name],
  );
  for (const { role, zone, organisation } of memberships) {
    await database.query(
      'insert into membership (account_id, role, zone_code, organisation_id) values ($1, $2, $3, $4)',
      [rows[0]?.id, role, zone ?? null, organisation ?? null],
    );
  }
  await database.query(
    `insert into session (token_hash, account_id, last_seen_at, expires_at) values ($1, $2, now() + interval '1 minute', now() + interval '1 day')`,
    [createHash('sha256').update(token).digest(), rows[0]?.id],
  );
  return token;
}
