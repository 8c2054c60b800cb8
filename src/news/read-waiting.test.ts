import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine, visitor, type Actor } from '#accounts/actor.ts';
import { documentOf } from '#text/document.ts';
import { inRollback } from '../../tests/support/database.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { waitingArticles } from './read-waiting.server.ts';
import { articles } from './tables.server.ts';
import { saveImportedArticle } from './write-import.server.ts';

test('what waits is counted by what for, and only of one’s own zones', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const states = ['draft', 'in_review', 'sent_back', 'published'] as const;
    for (const [at, state] of states.entries()) {
      const saved = await saveImportedArticle(tx, commandLine, {
        ...{
          sourceAddress: `https://zone.example/${at}`,
          contentHash: state,
          columnSlug: 'text',
          zoneCode: '32101026',
        },
        ...{ cityCode: '320500', publishedAt: new Date('2024-02-01T02:00:00Z'), publish: false },
        questions: state === 'draft' ? [{ field: 'source', found: '', candidates: [] }] : [],
        edition: { lang: 'zh', title: state, source: '相城区人民政府', body: documentOf(['正文。']) },
      });
      if (saved.ok) await tx.update(articles).set({ state }).where(eq(articles.id, saved.value.id));
    }
    const of = (zone: string): Actor => ({ id: 'e', name: 'e', memberships: [{ role: 'editor', zone }] });
    const mine = { inReview: 1, sentBack: 1, scheduled: 0, drafts: 1, questions: 1, staleEnglish: 0 };
    expect(await waitingArticles(tx, of('32101026'))).toEqual(mine);
    expect(await waitingArticles(tx, commandLine)).toEqual(mine);
    const nothing = { inReview: 0, sentBack: 0, scheduled: 0, drafts: 0, questions: 0, staleEnglish: 0 };
    expect(await waitingArticles(tx, of('34101001'))).toEqual(nothing);
    expect(await waitingArticles(tx, visitor)).toEqual(nothing);
  }));
