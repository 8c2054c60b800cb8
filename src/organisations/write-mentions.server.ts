import { sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { indexOf, namesIn, sentenceAround, type FoundName, type NameIndex } from '#extraction/names.ts';
import type { Lang } from '#language/lang.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Handler } from '#platform/jobs.server.ts';
import { recordsHolding } from '#search/read-holding.server.ts';
import { normalise } from '#text/normalise.ts';
import { organisationNames, type KeptName } from './read-names.server.ts';

interface Text {
  readonly articleId: number;
  readonly lang: Lang;
  readonly zone: string | null;
  readonly text: string;
}

const articlesAtOnce = 200;
/** More organisations than this were brought in together: it is quicker to read every article once. */
const fewOrganisations = 50;

/** What the public reads of some articles has changed: looks for organisations in them. */
export const findInArticles: Handler<'articles-changed'> = async ({ database }, { articles }) => {
  await database.inTransaction(theSystem, (tx) => proposeMentions(tx, articles));
};

/** Some organisations are new, are called otherwise or have been merged: looks for them in the articles there are. */
export const findOrganisations: Handler<'find-organisations'> = async ({ database }, { organisations }) => {
  await database.inTransaction(theSystem, async (tx) => {
    await lookForOrganisations(tx, [...organisations, ...(await othersWaiting(tx))]);
  });
};

/** A sheet of thousands orders thousands of looks: the first takes over those that still wait, and reads each article once. */
async function othersWaiting(tx: Tx): Promise<number[]> {
  const { rows } = await tx.execute<{ data: { organisations: number[] } }>(
    sql`delete from pgboss.job where name = 'find-organisations' and state = 'created' returning data`,
  );
  return rows.flatMap(({ data }) => data.organisations);
}

/** Looks for these organisations, by the names they have now, in all articles there are. */
export async function lookForOrganisations(tx: Tx, organisations: readonly number[]): Promise<void> {
  await proposeMentions(tx, await articlesConcerned(tx, organisations));
}

/** The articles that name one of these organisations, or were found to name it before. */
async function articlesConcerned(tx: Tx, organisations: readonly number[]): Promise<number[]> {
  if (organisations.length > fewOrganisations) {
    const { rows } = await tx.execute<{ id: string }>(
      sql`select id from article where state = 'published' order by id`,
    );
    return rows.map(({ id }) => Number(id));
  }
  const names = await organisationNames(tx, organisations);
  const holding = await recordsHolding(tx, 'article', [...new Set(names.map(({ name }) => normalise(name)))]);
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct article_id as id from mention where organisation_id = any(${sql.param(organisations)}::bigint[])`);
  return [...new Set([...holding.map(Number), ...rows.map(({ id }) => Number(id))])];
}

/** Looks for every known organisation in these articles and keeps what it finds as proposals. */
export async function proposeMentions(tx: Tx, articles: readonly number[]): Promise<void> {
  if (articles.length === 0) return;
  const names = await organisationNames(tx);
  const [index, byId] = [indexOf(names), new Map(names.map((name) => [name.id, name]))];
  for (let start = 0; start < articles.length; start += articlesAtOnce) {
    await proposeIn(tx, articles.slice(start, start + articlesAtOnce), { index, byId });
  }
}

interface Known {
  readonly index: NameIndex;
  readonly byId: ReadonlyMap<number, KeptName>;
}

async function proposeIn(tx: Tx, articles: readonly number[], known: Known): Promise<void> {
  const texts = await textsOf(tx, articles);
  const found = texts.flatMap((text) => mentionsIn(text, known));
  const changed = await keep(tx, texts, found);
  await notifyChanged(
    tx,
    changed.flatMap(({ organisation, article }) => [`organisation:${organisation}`, `news:${article}`]),
  );
}

async function textsOf(tx: Tx, articles: readonly number[]): Promise<Text[]> {
  const { rows } = await tx.execute<{ id: string; lang: Lang; zone: string | null; text: string }>(sql`
    select a.id, e.lang, a.zone_code as zone, e.title || e'\n' || e.body_text as text
    from article a join edition e on e.article_id = a.id
    where a.state = 'published' and a.id = any(${sql.param(articles)}::bigint[])`);
  return rows.map(({ id, ...row }) => ({ ...row, articleId: Number(id) }));
}

type Row = ReturnType<typeof rowOf>;

/** One mention for each organisation: where its longest name stands first. */
function mentionsIn(text: Text, { index, byId }: Known): Row[] {
  const best = new Map<number, FoundName>();
  for (const found of namesIn(text.text, index)) {
    for (const id of found.ids) {
      const before = best.get(id);
      if (isKnownTo(text.zone, byId.get(id)) && (!before || before.text.length < found.text.length)) {
        best.set(id, found);
      }
    }
  }
  return [...best].map(([id, found]) => rowOf(text, id, found));
}

/** What a zone has not made public yet is nobody else's to find. */
function isKnownTo(zone: string | null, organisation: KeptName | undefined): boolean {
  return organisation !== undefined && (organisation.isPublic || organisation.zone === zone);
}

function rowOf({ articleId, lang, text }: Text, organisation: number, found: FoundName) {
  const { start, end } = found;
  const { before, after } = sentenceAround(text, start, end);
  const spans = { starts_at: start, ends_at: end, text: found.text };
  return { article_id: articleId, lang, organisation_id: organisation, ...spans, before, after };
}

/** Brings the mentions of these texts to what was found; what was declined stays where it is and as it is. */
async function keep(tx: Tx, texts: readonly Text[], found: readonly Row[]) {
  const read = JSON.stringify(texts.map(({ articleId, lang }) => ({ article_id: articleId, lang })));
  const { rows } = await tx.execute<{ organisation: string; article: string }>(sql`
    with read as (select * from jsonb_to_recordset(${read}::jsonb) as one (article_id bigint, lang text)),
    found as (select * from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as one (article_id bigint, lang text,
      organisation_id bigint, starts_at integer, ends_at integer, text text, before text, after text)),
    gone as (delete from mention m using read
      where m.article_id = read.article_id and m.lang = read.lang and m.state <> 'declined'
        and not exists (select from found where (found.article_id, found.lang, found.organisation_id)
          = (m.article_id, m.lang, m.organisation_id))
      returning m.organisation_id, m.article_id, m.state),
    put as (insert into mention (article_id, lang, organisation_id, starts_at, ends_at, text, before, after)
      select article_id, lang, organisation_id, starts_at, ends_at, text, before, after from found
      on conflict (article_id, lang, organisation_id) do update set (starts_at, ends_at, text, before, after)
        = (excluded.starts_at, excluded.ends_at, excluded.text, excluded.before, excluded.after)
      where (mention.starts_at, mention.text, mention.before, mention.after)
        is distinct from (excluded.starts_at, excluded.text, excluded.before, excluded.after)
      returning organisation_id, article_id, state)
    select organisation_id as organisation, article_id as article
    from (select * from gone union all select * from put) one where state = 'accepted'`);
  return rows;
}
