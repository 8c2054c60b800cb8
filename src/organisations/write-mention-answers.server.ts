import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { mentionWords as words } from '#language/words/mentions.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { canJudgeMention, type mentionForm, type MentionAnswer, type MentionState } from './mention.ts';

const stateAfter: Readonly<Record<MentionAnswer, MentionState>> = {
  accept: 'accepted',
  decline: 'declined',
  undo: 'proposed',
};

interface Judged {
  readonly id: number;
  readonly article: number;
  readonly organisation: number;
  readonly zone: string | null;
  readonly state: MentionState;
}

/**
 * Says of found mentions that they are right, that they are not, or that nobody has said so yet. Of several organisations
 * with the name that stands at a place, accepting one declines the others. Answers all that were changed, for undoing.
 */
export async function answerMentions(
  tx: Tx,
  actor: Actor,
  { answer, ids }: z.output<typeof mentionForm>,
): Promise<Outcome<number[]>> {
  const asked = [...new Set(ids)];
  const found = await lock(tx, asked);
  const mine = found.filter(({ zone }) => canJudgeMention(actor, zone));
  if (mine.length < asked.length) return refused({ says: words.gone });
  const rivals =
    answer === 'accept' ? (await rivalsOf(tx, asked)).filter(({ zone }) => canJudgeMention(actor, zone)) : [];
  await put(tx, actor, { answer: 'decline', which: rivals });
  await put(tx, actor, { answer, which: mine });
  return done([...mine, ...rivals].map(({ id }) => id));
}

async function lock(tx: Tx, ids: readonly number[]): Promise<Judged[]> {
  const { rows } = await tx.execute<Stored>(sql`
    select m.id, m.article_id, m.organisation_id, m.state, a.zone_code from mention m join article a on a.id = m.article_id
    where m.id = any(${sql.param(ids)}::bigint[]) order by m.id for update of m`);
  return rows.map(judged);
}

/** Other organisations proposed for the very same words. */
async function rivalsOf(tx: Tx, ids: readonly number[]): Promise<Judged[]> {
  const { rows } = await tx.execute<Stored>(sql`
    select m.id, m.article_id, m.organisation_id, m.state, a.zone_code from mention m join article a on a.id = m.article_id
    where m.state <> 'declined' and not m.id = any(${sql.param(ids)}::bigint[])
      and exists (select from mention one where one.id = any(${sql.param(ids)}::bigint[])
        and (one.article_id, one.lang, one.starts_at) = (m.article_id, m.lang, m.starts_at))
    order by m.id for update of m`);
  return rows.map(judged);
}

type Stored = {
  id: string;
  article_id: string;
  organisation_id: string;
  state: MentionState;
  zone_code: string | null;
} & Record<string, unknown>;

function judged({ id, article_id, organisation_id, state, zone_code }: Stored): Judged {
  return { id: Number(id), article: Number(article_id), organisation: Number(organisation_id), state, zone: zone_code };
}

async function put(
  tx: Tx,
  actor: Actor,
  { answer, which }: { answer: MentionAnswer; which: readonly Judged[] },
): Promise<void> {
  const after = stateAfter[answer];
  const changed = which.filter(({ state }) => state !== after);
  if (changed.length === 0) return;
  const [decidedBy, decidedAt] = after === 'proposed' ? [null, null] : [actor.id, sql`now()`];
  await tx.execute(sql`update mention set state = ${after}, decided_by = ${decidedBy}, decided_at = ${decidedAt}
    where id = any(${sql.param(changed.map(({ id }) => id))}::bigint[])`);
  await remember(
    tx,
    actor,
    ...changed.map(({ id, state, zone }) => ({
      ...{ kind: 'mention', record: String(id), action: `${answer} mention` },
      ...{ changes: { state: [state, after] } as const, zone: zone ?? undefined },
    })),
  );
  await notifyChanged(
    tx,
    changed.flatMap(({ article, organisation }) => [`news:${article}`, `organisation:${organisation}`]),
  );
}
