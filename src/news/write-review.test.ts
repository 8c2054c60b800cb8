import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { type Actor } from '#accounts/actor.ts';
import { history } from '#history/tables.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { inRollback } from '../../tests/support/database.ts';
import {
  draft,
  editor,
  minuteAhead,
  okay,
  problem,
  publisher,
  seen,
  standing,
  text,
  who,
} from '../../tests/support/review.ts';
import { articleById } from './read.server.ts';
import { articles } from './tables.server.ts';
import { approve, publishArticle } from './write-publish.server.ts';
import {
  recall,
  removeDraft,
  restoreArticle,
  sendBack,
  submitForReview,
  unschedule,
  withdrawArticle,
} from './write-review.server.ts';
import { schedule } from './write-scheduled.server.ts';
import { saveEdition } from './write.server.ts';

test('a text goes in, back, in again and out, and its way is remembered', () =>
  inRollback(async (tx) => {
    const id = await draft(tx);
    okay(await submitForReview(tx, editor, { id, note: '请审阅' }));
    okay(await sendBack(tx, publisher, { id, note: '标题太长' }));
    expect(await standing(tx, id)).toMatchObject({ state: 'sent_back' });
    okay(await saveEdition(tx, editor, { articleId: id, edition: text('终稿') }));
    okay(await submitForReview(tx, editor, { id }));
    okay(await approve(tx, publisher, { id, seen: await seen(tx, id) }));
    expect(await articleById(tx, 'zh', id)).toMatchObject({ state: 'published', title: '终稿', changedAt: undefined });
    const rows = await tx.select().from(history).where(eq(history.kind, 'article')).orderBy(history.id);
    expect(rows.map(({ action }) => action)).toEqual(['wrote', 'submit', 'send_back', 'edited', 'submit', 'publish']);
    expect(rows[2]?.changes).toMatchObject({ note: ['', '标题太长'] });
  }));

describe('a step that the table does not have', () => {
  test.each<[string, (tx: Tx, id: number) => Promise<Outcome<unknown>>]>([
    ['approving what was never handed in', async (tx, id) => approve(tx, publisher, { id, seen: await seen(tx, id) })],
    ['sending back a draft', (tx, id) => sendBack(tx, publisher, { id, note: 'x' })],
    ['taking back what was not handed in', (tx, id) => recall(tx, editor, { id })],
    ['stopping what is not scheduled', (tx, id) => unschedule(tx, publisher, { id })],
    ['withdrawing what is not public', (tx, id) => withdrawArticle(tx, publisher, { id, reason: 'x' })],
    ['bringing back what is there', (tx, id) => restoreArticle(tx, publisher, { id })],
  ])('%s is refused, and nothing changes', (_, step) =>
    inRollback(async (tx) => {
      const id = await draft(tx);
      const before = await tx.select().from(articles);
      expect(await step(tx, id)).toMatchObject({ ok: false });
      expect(await tx.select().from(articles)).toEqual(before);
    }),
  );
});

const everyStep = (id: number, actor: Actor) => [
  (tx: Tx) => submitForReview(tx, actor, { id }),
  (tx: Tx) => sendBack(tx, actor, { id, note: 'x' }),
  (tx: Tx) => recall(tx, actor, { id }),
  (tx: Tx) => publishArticle(tx, actor, id),
  (tx: Tx) => schedule(tx, actor, { id, at: minuteAhead() }),
  (tx: Tx) => unschedule(tx, actor, { id }),
  (tx: Tx) => withdrawArticle(tx, actor, { id, reason: 'x' }),
  (tx: Tx) => restoreArticle(tx, actor, { id }),
  (tx: Tx) => removeDraft(tx, actor, { id }),
  (tx: Tx) => saveEdition(tx, actor, { articleId: id, edition: text('别人的') }),
];

test.each<[string, Actor]>([
  ['a visitor', { id: 'visitor', name: 'v', memberships: [] }],
  ['an editor of another zone', who(7, 'editor', '34101001')],
  ['a publisher of another zone', who(8, 'publisher', '34101001')],
  ...(['broker', 'officer', 'leader', 'member'] as const).map((role): [string, Actor] => [`a ${role}`, who(9, role)]),
])('%s takes no step, is not told that there is anything, and nothing changes', (_, actor) =>
  inRollback(async (tx) => {
    const id = await draft(tx);
    okay(await submitForReview(tx, editor, { id }));
    const before = await tx.select().from(articles);
    for (const step of everyStep(id, actor).slice(0, -1)) expect(problem(await step(tx))).toBe('没有这篇文章。');
    expect(await saveEdition(tx, actor, { articleId: id, edition: text('x') })).toMatchObject({ ok: false });
    expect(await tx.select().from(articles)).toEqual(before);
  }),
);

test('an editor hands in and takes back, and does nothing of a publisher’s', () =>
  inRollback(async (tx) => {
    const id = await draft(tx);
    okay(await submitForReview(tx, editor, { id }));
    for (const step of [publishArticle(tx, editor, id), schedule(tx, editor, { id, at: minuteAhead() })])
      expect(problem(await step)).toBe('您没有在该开发区发布文章的权限。');
    expect(await sendBack(tx, editor, { id, note: 'x' })).toMatchObject({ ok: false });
    okay(await recall(tx, editor, { id }));
  }));

test('a form made for another stand of the article is refused in words', () =>
  inRollback(async (tx) => {
    const id = await draft(tx);
    okay(await submitForReview(tx, editor, { id }));
    const old = await seen(tx, id);
    okay(await saveEdition(tx, editor, { articleId: id, edition: text('又改了') }));
    expect(problem(await approve(tx, publisher, { id, seen: old }))).toContain('又有变动');
    expect(problem(await publishArticle(tx, publisher, id))).toContain('又有改动');
    const now = await seen(tx, id);
    okay(await sendBack(tx, publisher, { id, note: 'x', seen: now }));
    okay(await submitForReview(tx, editor, { id }));
    expect(problem(await approve(tx, publisher, { id, seen: now }))).toContain('又有变动');
  }));
