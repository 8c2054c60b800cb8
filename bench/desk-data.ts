import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { commandLine, type Actor, type Membership } from '#accounts/actor.ts';
import type { Database } from '#platform/database.server.ts';

export const articleCount = 100_000;
export const zoneCount = 300;

/** The zones that the bench writes for: the first of them, in the order of their codes. */
export async function zonesOf(database: Database): Promise<string[]> {
  const { rows } = await database.db.execute<{ code: string }>(
    sql`select code from zone order by code limit ${zoneCount}`,
  );
  return rows.map(({ code }) => code);
}

/**
 * Articles as a country's zones would have written them in ten years: most of them published, a few in every other
 * state, a third in English too. Written by the database itself; the search index stays as it is.
 */
export async function fillDesk(owner: Database, zones: readonly string[]): Promise<void> {
  await owner.inTransaction(commandLine, async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`select setseed(0.42)`);
    // What the triggers would write a row at a time is written here at once.
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`
      insert into article (state, column_slug, zone_code, published_at, first_published_at, updated_at, source_address)
      select state, 'text', (${sql.param([...zones])}::text[])[1 + floor(random() ^ 2 * ${zones.length})::int],
        case when state in ('published', 'withdrawn') then at end, case when state in ('published', 'withdrawn') then at end,
        at + random() * interval '30 days', 'bench:' || n
      from (select n, (array['draft', 'in_review', 'sent_back', 'withdrawn'])[case when random() < 0.12 then 1 + floor(random() * 4)::int end] as other,
          now() - random() * interval '3650 days' as at from generate_series(1, ${articleCount}::int) n) made,
        lateral (select coalesce(other, 'published') as state) chosen`);
    await tx.execute(sql`
      insert into edition (article_id, lang, title, source, body, body_text, original, translates_revision, zone_code, is_public)
      select id, lang, title || ' ' || id, '园区办', body, '正文。', lang = 'zh', case lang when 'en' then 1 end,
        zone_code, state in ('published', 'withdrawn')
      from article, lateral (values
        ('zh', (array['开发区','经开区','高新区','保税区'])[1 + id % 4] || (array['半导体','生物医药','新材料','光伏','物流','装备'])[1 + id % 6]
          || (array['项目签约','产线投产','人才政策发布','招商推介会','一季度运行','集群规划'])[1 + id / 7 % 6] || case when id % 9973 = 0 then '罕见字样' else '' end),
        ('en', 'Zone news: ' || (array['chips','biomedicine','materials','solar'])[1 + id % 4])) text (lang, title),
        (select '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"正文。"}]}]}'::jsonb as body) one
      where source_address like 'bench:%' and (lang = 'zh' or id % 3 = 0)`);
    await tx.execute(sql`
      update article set title_key = titles.key from (
        select article_id, lower(string_agg(title, chr(10) order by lang desc)) as key from edition group by 1) titles
      where article_id = id and source_address like 'bench:%'`);
    await tx.execute(sql`
      insert into edition_revision (article_id, lang, revision, title, source, body, actor)
      select article_id, lang, 1, title, source, body, 'account:1' from edition
      where zone_code = ${zones[0]} and original`);
  });
  await owner.pool.query('vacuum (analyze) article, edition, edition_revision');
}

export interface Person {
  readonly actor: Actor;
  readonly cookie: string;
}

/** An account with a session, as signing in would leave them. */
export async function person(owner: Database, name: string, memberships: readonly Membership[]): Promise<Person> {
  const token = `bench-${name}`.padEnd(43, '-');
  const hash = createHash('sha256').update(token).digest();
  const id = await owner.inTransaction(commandLine, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(
      sql`insert into account (email, name) values (${`${name}@bench.example`}, ${name}) returning id`,
    );
    const account = Number(rows[0]?.id);
    for (const { role, zone } of memberships)
      await tx.execute(
        sql`insert into membership (account_id, role, zone_code) values (${account}, ${role}, ${zone ?? null})`,
      );
    await tx.execute(sql`insert into session (token_hash, account_id, last_seen_at, expires_at)
      values (${hash}, ${account}, now() + interval '1 minute', now() + interval '1 day')`);
    return account;
  });
  const actor = { id: `account:${id}`, accountId: id, name, memberships };
  return { actor, cookie: `yuanlian-session=${token}` };
}
