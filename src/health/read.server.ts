import { sql } from 'drizzle-orm';
import { healthWords as words } from '#language/words/health.ts';
import type { TwoText } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import type { Site } from '#platform/site.ts';
import { pageFacts } from './probe.server.ts';
import type { ColumnFacts, HealthFacts } from './health.ts';

/** Everything the rules look at, for one zone or for the whole site. Whether the asker may know is the caller's to ask. */
export async function healthFacts(
  db: Db,
  { zone, site, now }: { zone: string | undefined; site: Site; now: Date },
): Promise<HealthFacts> {
  const columns = await columnFacts(db, zone);
  const counts = await countsOf(db, zone);
  const latest = columns.map((column) => column.latest?.getTime() ?? 0).reduce((a, b) => Math.max(a, b), 0);
  return {
    ...{ now, columns, latest: latest > 0 ? new Date(latest) : null, ...counts },
    pages: zone === undefined ? await pageFacts(db) : [],
    missingIdentifiers: zone === undefined ? missingIdentifiers(site) : [],
  };
}

/** The time it first went live counts: re-dating an article makes no column fresh. */
async function columnFacts(db: Db, zone: string | undefined): Promise<ColumnFacts[]> {
  const { rows } = await db.execute<{
    slug: string;
    zh: string;
    en: string;
    type: string;
    n: number;
    latest: Date;
  }>(sql`
    select c.slug, c.name_zh as zh, c.name_en as en, c.column_type as type, count(a.id)::int as n,
      max(a.first_published_at) as latest
    from news_column c
    left join article a on a.column_slug = c.slug and a.state = 'published' and ${ofZone(zone)}
    where c.parent is not null and not c.retired
    group by c.slug order by c.position`);
  return rows.map(({ slug, zh, en, type, n, latest }) => ({
    ...{ slug, type, name: { zh, en }, articles: n },
    latest: latest === null ? null : new Date(latest),
  }));
}

type Counts = {
  [Name in 'withoutSource' | 'withoutColumn' | 'staleTranslations' | 'picturesWithoutAlt' | 'deadLinks']: number;
};

const nothing: Counts = {
  withoutSource: 0,
  withoutColumn: 0,
  staleTranslations: 0,
  picturesWithoutAlt: 0,
  deadLinks: 0,
};

async function countsOf(db: Db, zone: string | undefined): Promise<Counts> {
  const { rows } = await db.execute<Counts>(sql`
    select count(*) filter (where e.original and e.source = '')::int as "withoutSource",
      count(*) filter (where e.original and a.column_slug is null)::int as "withoutColumn",
      count(*) filter (where not e.original and coalesce(e.translates_revision, 0) < o.revision)::int as "staleTranslations",
      count(*) filter (where jsonb_path_exists(e.body, '$.content[*] ? (@.type == "figure" && @.attrs.alt == "")'))::int as "picturesWithoutAlt",
      (select count(*)::int from article_link l join article a on a.id = l.article_id
        where l.failures > 1 and a.state = 'published' and ${ofZone(zone)}) as "deadLinks"
    from article a
    join edition e on e.article_id = a.id
    join edition o on o.article_id = a.id and o.original
    where a.state = 'published' and ${ofZone(zone)}`);
  return { ...nothing, ...rows[0] };
}

function ofZone(zone: string | undefined) {
  return zone === undefined ? sql`true` : sql`a.zone_code = ${zone}`;
}

/** What a government site must print on every page. */
function missingIdentifiers(site: Site): TwoText[] {
  if (!site.government) return [];
  const asked: [missing: boolean, name: TwoText][] = [
    [site.siteCode === undefined, words.siteCode],
    [site.icp === '', words.icp],
    [site.policeRecord === '', words.policeRecord],
    [site.host.zh === '', words.host],
    [site.phone === '' && site.email === '', words.contact],
  ];
  return asked.filter(([missing]) => missing).map(([, name]) => name);
}

export interface DeadLink {
  readonly articleId: number;
  readonly title: string;
  readonly address: string;
  readonly reason: TwoText;
  readonly since: Date | null;
}

/** Links that failed twice in a row, those that failed longest first. */
export async function deadLinks(db: Db, zone: string | undefined, limit = 50): Promise<DeadLink[]> {
  const { rows } = await db.execute<{
    id: string;
    title: string;
    address: string;
    zh: string;
    en: string;
    since: Date;
  }>(sql`
    select l.article_id as id, e.title, l.address, l.reason_zh as zh, l.reason_en as en, l.failing_since as since
    from article_link l
    join article a on a.id = l.article_id and a.state = 'published'
    join edition e on e.article_id = a.id and e.original
    where l.failures > 1 and ${ofZone(zone)}
    order by l.failing_since, l.article_id, l.address limit ${limit}`);
  return rows.map(({ id, title, address, zh, en, since }) => ({
    ...{ articleId: Number(id), title, address, reason: { zh, en } },
    since: since === null ? null : new Date(since),
  }));
}
