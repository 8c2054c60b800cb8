import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { commandLine, visitor, type Actor } from '#accounts/actor.ts';
import { addressAsApp } from '#platform/app-role.server.ts';
import { readConfig } from '#platform/config.ts';
import { openDatabase, type Database, type Tx } from '#platform/database.server.ts';
import { openStore } from '#platform/store.server.ts';
import { newClone } from '../support/database.ts';
import { twoZones } from '../support/zones.ts';

const [own, other] = ['32101026', '34101001'];
const editor: Actor = { id: 'account:1', accountId: 1, name: 'e', memberships: [{ role: 'editor', zone: own }] };

let site: Database;
let owner: Database;
const ids = { published: 0, draft: 0, foreign: 0 };

beforeAll(async () => {
  const url = await newClone();
  owner = openDatabase(url, 1);
  // One connection, so that a context that stayed would be found by whoever comes next.
  site = openDatabase(addressAsApp(url), 1);
  await site.inTransaction(commandLine, async (tx) => {
    await twoZones(tx);
    ids.published = await addArticle(tx, own, 'published');
    ids.draft = await addArticle(tx, own, 'draft');
    ids.foreign = await addArticle(tx, other, 'draft');
  });
});
afterAll(() => Promise.all([site.close(), owner.close()]));

async function addArticle(tx: Tx, zone: string | undefined, state: 'published' | 'draft'): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into article (state, zone_code, column_slug, published_at) values (${state}, ${zone}, 'text', now()) returning id`);
  const id = Number(rows[0]?.id);
  await tx.execute(sql`insert into edition (article_id, lang, title, body, body_text, terms, original)
    values (${id}, 'zh', 'a', '{}', 'a', '{a}', true)`);
  await tx.execute(sql`insert into edition_revision (article_id, lang, revision, title, source, body, actor)
    values (${id}, 'zh', 1, 'a', '', '{}', 'x')`);
  await tx.execute(sql`insert into article_question (article_id, field) values (${id}, 'title')`);
  return id;
}

const seen = async (asker: Actor, table: string) =>
  site.inTransaction(asker, async (tx) => {
    const key = table === 'article' ? 'id' : 'article_id';
    const { rows } = await tx.execute<{ id: string }>(sql.raw(`select ${key} as id from ${table} order by 1`));
    return rows.map(({ id }) => Number(id));
  });

test('the site works as a role that owns nothing, passes no policy by and cannot sign in', async () => {
  const { rows } = await site.pool.query(`
    select current_user as role, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
      (select count(*)::int from pg_class where relowner = r.oid) as owns
    from pg_roles r where rolname = current_user`);
  expect(rows).toEqual([
    {
      ...{ role: 'yuanlian_app', rolsuper: false, rolbypassrls: false, rolcreaterole: false },
      ...{ rolcreatedb: false, rolcanlogin: false, owns: 0 },
    },
  ]);
});

test('resetting the role leads nowhere', async () => {
  await site.pool.query('reset role');
  const { rows } = await site.pool.query('select current_user as role');
  expect(rows).toEqual([{ role: 'yuanlian_app' }]);
});

test.each([
  'create table mine (x int)',
  'alter table article disable row level security',
  'alter table article no force row level security',
  'drop policy article_seen on article',
  'alter table history disable trigger all',
  "insert into schema_migration values (9999, 'x', 'x')",
  'truncate article cascade',
])('the site may not loosen the rules: %s', async (statement) => {
  await expect(site.pool.query(statement)).rejects.toThrow(/permission denied|must be owner/);
});

test('every table that says whose its rows are is held to a policy, also against its owner', async () => {
  const { rows } = await owner.pool.query<{ name: string; held: boolean }>(`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity
      and exists (select from pg_policy p where p.polrelid = c.oid) as held
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('zone_code', 'account_id'))`);
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.filter(({ held }) => !held)).toEqual([]);
});

test('no policy hides a row from who sees everything: a backup would leave it out without a word', async () => {
  const { rows } = await owner.pool.query<{ name: string; sees: string[] }>(`
    select polrelid::regclass::text as name, array_agg(pg_get_expr(polqual, polrelid)) as sees
    from pg_policy where polcmd in ('r', '*') group by polrelid`);
  const lets = /^true$|sees_everything\(\)|sees_zone\(|sees_every_zone\(|EXISTS/;
  expect(rows.filter(({ sees }) => !sees.some((text) => lets.test(text)))).toEqual([]);
});

test('whoever said nothing sees what was published, and no draft', async () => {
  const { rows } = await site.pool.query('select id::int from article');
  expect(rows).toEqual([{ id: ids.published }]);
  expect(await seen(visitor, 'edition')).toEqual([ids.published]);
  expect(await seen(visitor, 'edition_revision')).toEqual([]);
  expect(await seen(visitor, 'article_question')).toEqual([]);
});

test('an editor sees the own zone, an operator everything', async () => {
  expect(await seen(editor, 'article')).toEqual([ids.published, ids.draft]);
  expect(await seen(editor, 'edition')).toEqual([ids.published, ids.draft]);
  expect(await seen(editor, 'edition_revision')).toEqual([ids.published, ids.draft]);
  expect(await seen(commandLine, 'edition')).toHaveLength(3);
});

test('who asked is forgotten with the transaction, also when it failed', async () => {
  await site
    .inTransaction(commandLine, (tx) => tx.execute(sql`select 1 / 0`))
    .catch((error: unknown) => expect(error).toBeInstanceOf(Error));
  await site.inTransaction(commandLine, (tx) => tx.execute(sql`select 1`));
  const { rows } = await site.pool.query("select count(*)::int as drafts from article where state = 'draft'");
  expect(rows).toEqual([{ drafts: 0 }]);
});

test.each([
  sql`update article set column_slug = null where state = 'draft' and zone_code = ${other}`,
  sql`delete from article where zone_code = ${other}`,
  sql`update edition set title = 'mine' where zone_code = ${other}`,
  sql`delete from edition where zone_code = ${other}`,
  sql`delete from edition_revision where article_id in (select id from article where zone_code = ${other})`,
])('an editor changes nothing of another zone, place %#', async (statement) => {
  const changed = await site.inTransaction(editor, async (tx) => (await tx.execute(statement)).rowCount);
  expect(changed).toBe(0);
});

test.each([
  ['adds an article to it', sql`insert into article (zone_code) values (${other})`],
  ['adds one to no zone', sql`insert into article (zone_code) values (null)`],
  ['moves the own one there', sql`update article set zone_code = ${other} where zone_code = ${own}`],
] as const)('and never %s', async (_, statement) => {
  await expect(site.inTransaction(editor, (tx) => tx.execute(statement))).rejects.toMatchObject({
    cause: { message: expect.stringContaining('violates row-level security') },
  });
});

test('nor writes an edition of a foreign article by saying that it is the own zone’s', async () => {
  const statement = sql`insert into edition (article_id, lang, title, body, body_text, original, zone_code, is_public)
    values (${ids.foreign}, 'en', 'x', '{}', 'x', false, ${own}, true)`;
  await expect(site.inTransaction(editor, (tx) => tx.execute(statement))).rejects.toMatchObject({
    cause: { message: expect.stringContaining('violates row-level security') },
  });
});

test('an edition goes with its article: out to the public, back, and to another zone', async () => {
  const { draft } = ids;
  const move = (statement: string) =>
    site.inTransaction(commandLine, (tx) => tx.execute(sql.raw(`update article set ${statement} where id = ${draft}`)));
  await move("state = 'published'");
  expect(await seen(visitor, 'edition')).toContain(draft);
  await move(`state = 'draft', zone_code = '${other}'`);
  expect(await seen(visitor, 'edition')).not.toContain(draft);
  expect(await seen(editor, 'edition')).not.toContain(draft);
  await move(`zone_code = '${own}'`);
  expect(await seen(editor, 'edition')).toContain(draft);
});

test('a database user that may make no roles is held to the policies as owner of the tables', async () => {
  const name = `plain_${process.pid}`;
  await owner.pool.query(`create role ${name} login`);
  await owner.pool.query(`create database ${name} owner ${name}`);
  const url = inject('postgresUrl').replace('yuanlian@/postgres?', `${name}@/${name}?`);
  const config = readConfig({ DATABASE_URL: url });
  if (!config.ok) throw new Error('the settings are wrong');
  const store = await openStore(config.value, 'migrations');
  try {
    await store.database.inTransaction(commandLine, async (tx) => {
      await twoZones(tx);
      await addArticle(tx, own, 'draft');
    });
    const { rows } = await store.database.pool.query(
      'select current_user as role, (select count(*)::int from article) as articles, (select count(*)::int from edition) as editions',
    );
    expect(rows).toEqual([{ role: name, articles: 0, editions: 0 }]);
  } finally {
    await store.close();
    await owner.pool.query(`drop database ${name}`);
    await owner.pool.query(`drop role ${name}`);
  }
});
