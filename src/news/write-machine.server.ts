import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { otherLang, type Lang } from '#language/lang.ts';
import { translatingWords as words } from '#language/words/translating.ts';
import { writingWords } from '#language/words/writing.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import type { Ask } from './ask-machine.server.ts';
import { planFor, type Plan, type Result, type Wanted } from './machine.ts';
import { termsIn } from './read-glossary.server.ts';
import { originalOf } from './read-writing.server.ts';
import { translationUses } from './tables.server.ts';
import { emptyText, workingText, type Kept } from './working-copy.ts';
import { beginWriting, saveWorkingCopy } from './write-working-copy.server.ts';

/** What one account may ask of the service in an hour. */
export const hourly = { times: 60, characters: 200_000 } as const;
const hour = 3_600_000;

interface Begin {
  readonly articleId: number;
  readonly lang: Lang;
  readonly wanted: Wanted;
  readonly now: Date;
}

export interface Begun {
  readonly plan: Plan;
  readonly ask: Ask;
}

/** Says what to ask the translation service for, and counts it. Nothing is asked within a transaction. */
export async function beginMachine(tx: Tx, actor: Actor, { articleId, lang, ...more }: Begin): Promise<Outcome<Begun>> {
  const begun = await beginWriting(tx, actor, { articleId, lang });
  if (!begun.ok) return begun;
  const original = await originalOf(tx, articleId, lang);
  if (!original) return refused({ field: 'original', says: writingWords.originalFirst });
  const { wanted } = more;
  if (wanted !== 'all' && wanted >= original.body.content.length) return refused({ says: words.noSuchBlock });
  const plan = planFor(original, begun.value?.text ?? emptyText(''), wanted);
  const pieces = plan.units.flatMap((unit) => unit.pieces);
  const counted = await countUse(tx, actor, { characters: pieces.join('').length, now: more.now });
  if (!counted.ok) return counted;
  const from = otherLang(lang);
  return done({ plan, ask: { from, to: lang, pieces, glossary: await termsIn(tx, pieces.join('\n'), from) } });
}

/** Counted before anything is asked, under a lock on the account's own use, so that many at once are counted as many. */
async function countUse(tx: Tx, { accountId }: Actor, use: { characters: number; now: Date }): Promise<Outcome<null>> {
  if (accountId === undefined) return refused({ says: words.denied });
  const { characters, now } = use;
  const since = new Date(now.getTime() - hour);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('translation use'), ${accountId}::int)`);
  const mine = eq(translationUses.accountId, accountId);
  await tx.delete(translationUses).where(and(mine, lt(translationUses.at, since)));
  const [used] = await tx
    .select({ times: sql<number>`count(*)::int`, characters: sql<number>`coalesce(sum(characters), 0)::int` })
    .from(translationUses)
    .where(and(mine, gt(translationUses.at, since)));
  const isTooOften = (used?.times ?? 0) >= hourly.times || (used?.characters ?? 0) + characters > hourly.characters;
  if (isTooOften) return refused({ says: words.tooOften });
  await tx.insert(translationUses).values({ accountId, characters, at: now });
  return done(null);
}

interface Put {
  readonly articleId: number;
  readonly lang: Lang;
  /** Where the writer was when it was asked for. */
  readonly position: { readonly version: number; readonly revision: number };
  readonly result: Result;
}

/** Puts what the service gave into the working copy, held against the schema like anything else that is sent here. */
export async function putMachine(
  tx: Tx,
  actor: Actor,
  { articleId, lang, position, result }: Put,
): Promise<Outcome<Kept>> {
  const text = workingText.safeParse(result.text);
  if (!text.success) return refused({ field: 'body', says: words.nonsense });
  const { version, revision } = position;
  const upToDate = result.isWhole;
  const kept = await saveWorkingCopy(tx, actor, { articleId, lang, version, revision, upToDate, text: text.data });
  if (!kept.ok || !kept.value.kept) return kept;
  const changes = { lang: [null, lang] as const, parts: [0, result.parts] as const };
  await remember(tx, actor, { kind: 'article', record: String(articleId), action: 'machine translated', changes });
  return kept;
}
