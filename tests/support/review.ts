import type { Actor, Role } from '#accounts/actor.ts';
import { publishingRules } from '#news/tables.server.ts';
import { lockWork } from '#news/read-work.server.ts';
import { seenOf, standingOf } from '#news/review.ts';
import { saveImportedArticle } from '#news/write-import.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { documentOf } from '#text/document.ts';
import { twoZones } from './zones.ts';

export const here = '32101026';
export const who = (id: number, role: Role, zone = here): Actor => ({
  ...{ id: `account:${id}`, accountId: id, name: `${role} ${id}` },
  memberships: [{ role, zone }],
});
export const [editor, publisher, second] = [who(1, 'editor'), who(2, 'publisher'), who(3, 'publisher')];
export const both: Actor = { ...editor, memberships: [...editor.memberships, { role: 'publisher', zone: here }] };
export const operatorWhoWrote: Actor = { ...editor, memberships: [{ role: 'operator' }] };

export const text = (title: string, line = '正文。') =>
  ({ lang: 'zh', title, source: '园区办', body: documentOf([line]) }) as const;

/** A complete draft that `editor` wrote. */
export async function draft(tx: Tx, rule = false) {
  await twoZones(tx);
  if (rule) await tx.insert(publishingRules).values({ zoneCode: here, twoPerson: true, setBy: 'x' });
  const outcome = await saveImportedArticle(tx, editor, {
    ...{ sourceAddress: null, contentHash: 'a', columnSlug: 'text', zoneCode: here, cityCode: null },
    ...{ publishedAt: null, edition: text('初稿') },
  });
  if (!outcome.ok) throw new Error('no draft');
  return outcome.value.id;
}

export const minuteAhead = () => new Date(Math.ceil((Date.now() + 60_000) / 60_000) * 60_000);
export const seen = async (tx: Tx, id: number) => {
  const work = await lockWork(tx, id);
  return work ? seenOf(work.article.version, work.stand) : '';
};
export const standing = async (tx: Tx, id: number) => {
  const work = await lockWork(tx, id);
  return work && standingOf(work);
};
export const okay = (outcome: Outcome<unknown>) => {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ says }) => says.zh).join());
};
export const problem = (outcome: Outcome<unknown>) => (outcome.ok ? undefined : outcome.problems[0]?.says.zh);
