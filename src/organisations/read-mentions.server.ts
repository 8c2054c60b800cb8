import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Lang } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { mentionsAtOnce, zonesOfMentions, type MentionState, type MentionView } from './mention.ts';

interface Stored extends Record<string, unknown> {
  id: string;
  article: string;
  title: string;
  lang: Lang;
  organisation: string;
  zh: string;
  en: string;
  zone: string;
  text: string;
  before: string;
  after: string;
}

const columns = sql`m.id, m.article_id as article, e.title, m.lang, o.id as organisation, o.name_zh as zh,
  coalesce(nullif(o.name_en, ''), o.name_zh) as en, o.zone_code as zone, m.text, m.before, m.after`;
const tables = sql`mention m join organisation o on o.id = m.organisation_id
  join article a on a.id = m.article_id join edition e on e.article_id = m.article_id and e.lang = m.lang`;

function viewOf({ id, article, title, lang, organisation, zh, en, zone, ...words }: Stored): MentionView {
  return {
    id: Number(id),
    article: { id: Number(article), title, lang },
    organisation: { id: Number(organisation), name: { zh, en }, zone },
    text: words.text,
    before: words.before,
    after: words.after,
  };
}

export interface MentionsAsked {
  readonly state: MentionState;
  /** The id where the page before ended. */
  readonly before?: number | undefined;
}

/** Mentions in published articles of the actor's zones, newest first, a page at a time. */
export async function mentionsFor(
  db: Db,
  actor: Actor,
  { state, before }: MentionsAsked,
): Promise<{ mentions: MentionView[]; next: number | undefined }> {
  const zones = zonesOfMentions(actor);
  const conditions: SQL[] = [
    sql`m.state = ${state} and a.state = 'published'`,
    ...(zones === undefined ? [] : [sql`a.zone_code = any(${sql.param(zones)})`]),
    ...(before === undefined ? [] : [sql`m.id < ${before}`]),
  ];
  const { rows } = await db.execute<Stored>(sql`select ${columns} from ${tables}
    where ${sql.join(conditions, sql` and `)} order by m.id desc limit ${mentionsAtOnce + 1}`);
  const mentions = rows.slice(0, mentionsAtOnce).map(viewOf);
  return { mentions, next: rows.length > mentionsAtOnce ? mentions.at(-1)?.id : undefined };
}

/** How many wait for the actor's judgement; counting ends at a hundred. */
export async function mentionsWaiting(db: Db, actor: Actor): Promise<number> {
  const zones = zonesOfMentions(actor);
  const mine = zones === undefined ? sql`true` : sql`a.zone_code = any(${sql.param(zones)})`;
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (select from mention m join article a on a.id = m.article_id
      where m.state = 'proposed' and a.state = 'published' and ${mine} limit 100) one`);
  return rows[0]?.count ?? 0;
}

const shownOfOne = 30;

export interface MentionOf extends MentionView {
  readonly publishedAt: Date;
}

/** The newest articles that name an organisation, each once: in the reader's language where it is named there too. */
export async function mentionsOf(db: Db, organisation: number, lang: Lang): Promise<MentionOf[]> {
  const { rows } = await db.execute<Stored & { at: string }>(sql`
    select * from (
      select distinct on (m.article_id) ${columns}, a.published_at::text as at, a.published_at from ${tables}
      where m.organisation_id = ${organisation} and m.state = 'accepted' and a.state = 'published'
      order by m.article_id, (m.lang = ${lang}) desc) one
    order by published_at desc, article desc limit ${shownOfOne}`);
  return rows.map((row) => ({ ...viewOf(row), publishedAt: new Date(row.at) }));
}
