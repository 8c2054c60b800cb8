import { sql } from 'drizzle-orm';
import { moveMembers } from '#accounts/write-move-members.server.ts';
import { moveCircle } from '#files/write-move-circle.server.ts';
import { done } from '#platform/outcome.ts';
import type { Follower } from './follow.ts';
import { equipment, honours, organisationContacts, people } from './tables.server.ts';

const rowsOf = (name: string, table: typeof honours | typeof equipment | typeof people | typeof organisationContacts) =>
  ({
    name,
    columns: [`organisation_${name}.organisation_id`],
    follow: async (tx, _, { from, to }) => {
      const { rows } = await tx.execute<{ id: string }>(
        sql`update ${table} set organisation_id = ${to} where organisation_id = ${from} returning id`,
      );
      return done(rows.map(({ id }) => Number(id)));
    },
  }) satisfies Follower;

/** Its names are the other's names from now on, the full ones too; a name that it has already stands once. */
const names: Follower = {
  name: 'names',
  columns: ['organisation_name.organisation_id'],
  follow: async (tx, _, { from, to }) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into organisation_name (organisation_id, name, kind)
      select ${to}, name, kind from (
        select name, kind from organisation_name where organisation_id = ${from}
        union select unnest(array[name_zh, name_en]), 'alias' from organisation where id = ${from}) found
      where name <> '' and name not in (select unnest(array[name_zh, name_en]) from organisation where id = ${to})
      on conflict do nothing returning id`);
    await tx.execute(sql`delete from organisation_name where organisation_id = ${from}`);
    return done(rows.map(({ id }) => Number(id)));
  },
};

/** What it was told apart from, the other is told apart from. */
const apart: Follower = {
  name: 'apart',
  columns: ['organisation_apart.low_id', 'organisation_apart.high_id'],
  follow: async (tx, _, { from, to }) => {
    await tx.execute(sql`
      insert into organisation_apart (low_id, high_id)
      select least(other, ${to}), greatest(other, ${to})
      from (select case when low_id = ${from} then high_id else low_id end as other
        from organisation_apart where ${from} in (low_id, high_id)) told
      where other <> ${to} on conflict do nothing`);
    await tx.execute(sql`delete from organisation_apart where ${from} in (low_id, high_id)`);
    return done([]);
  },
};

/** Whoever was merged into it before is merged into the other: an old address leads to the end in one step. */
const earlier: Follower = {
  name: 'merged',
  columns: ['organisation.merged_into'],
  follow: async (tx, _, { from, to }) => {
    const { rows } = await tx.execute<{ id: string }>(
      sql`update organisation set merged_into = ${to} where merged_into = ${from} returning id`,
    );
    return done(rows.map(({ id }) => Number(id)));
  },
};

const members: Follower = {
  name: 'members',
  columns: ['membership.organisation_id'],
  follow: async (tx, _, going) => done(await moveMembers(tx, going)),
};

/** Who asked to act for it; somebody who asked for both asks once. */
const claims: Follower = {
  name: 'claims',
  columns: ['organisation_claim.organisation_id'],
  follow: async (tx, _, { from, to }) => {
    await tx.execute(sql`
      delete from organisation_claim going using organisation_claim staying
      where going.organisation_id = ${from} and staying.organisation_id = ${to}
        and going.state = 'open' and staying.state = 'open' and going.email = staying.email`);
    const { rows } = await tx.execute<{ id: string }>(
      sql`update organisation_claim set organisation_id = ${to} where organisation_id = ${from} returning id`,
    );
    return done(rows.map(({ id }) => Number(id)));
  },
};

/** Where one text names both, one mention stays: the one a person said yes to, else the other's. */
const mentions: Follower = {
  name: 'mentions',
  columns: ['mention.organisation_id'],
  follow: async (tx, _, { from, to }) => {
    await tx.execute(sql`
      delete from mention one using mention other
      where one.article_id = other.article_id and one.lang = other.lang
        and (one.organisation_id, other.organisation_id) in ((${from}::bigint, ${to}::bigint), (${to}::bigint, ${from}::bigint))
        and ((one.state <> 'accepted' and other.state = 'accepted')
          or (one.organisation_id = ${from} and not (one.state = 'accepted' and other.state <> 'accepted')))`);
    const { rows } = await tx.execute<{ id: string }>(
      sql`update mention set organisation_id = ${to} where organisation_id = ${from} returning id`,
    );
    return done(rows.map(({ id }) => Number(id)));
  },
};

const files: Follower = {
  name: 'files',
  columns: ['file.organisations'],
  follow: async (tx, _, going) => {
    await moveCircle(tx, going);
    return done([]);
  },
};

/** What is tied to an organisation by this noun and those below it. */
export const ownFollowers: readonly Follower[] = [
  names,
  rowsOf('honour', honours),
  rowsOf('equipment', equipment),
  rowsOf('person', people),
  rowsOf('contact', organisationContacts),
  apart,
  earlier,
  members,
  claims,
  mentions,
  files,
];

/** Columns that need no following: what a name comes down to is made anew from the names. */
export const remade: readonly string[] = ['organisation_key.organisation_id'];
