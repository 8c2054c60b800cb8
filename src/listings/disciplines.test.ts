import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Outcome } from '#platform/outcome.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { goodNeed, twoSides, written } from '../../tests/support/listings.ts';
import { typedOf, type Typed } from './form.ts';
import { listingAtDesk } from './read-desk.server.ts';
import { publicListing } from './read-public.server.ts';
import { contentSaid } from './read-said.server.ts';
import { acceptListing, publishListing, submitListing } from './write.server.ts';
import { saveListing } from './write-save.server.ts';

async function someDisciplines(tx: Tx) {
  await tx.execute(sql`insert into discipline (code, name_zh, name_en) values ('430', '材料科学', 'Materials science'),
    ('1301520', '粘弹性、粘塑性力学', ''), ('460', '机械工程', 'Mechanical engineering')`);
}
const problemsOf = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.problems.map(({ field }) => field));
const saying = (typed: Typed, disciplines: string): Typed => ({ ...typed, text: { ...typed.text, disciplines } });

test('what is typed as disciplines is kept, shown again as it was meant, and read by the public', () =>
  inRollback(async (tx) => {
    await someDisciplines(tx);
    const { broker, enterprise } = await twoSides(tx);
    const id = await written(tx, broker, { organisationId: enterprise });
    const shown = async () => {
      const listing = await listingAtDesk(tx, broker, { id, side: 'need' });
      if (!listing) throw new Error('gone');
      return typedOf(listing.content, listing.disciplines);
    };
    const said = await contentSaid(tx, 'need', saying(await shown(), '材料科学，130.15.20\nmechanical engineering'));
    if (!said.ok) throw new Error(JSON.stringify(said.problems));
    await saveListing(tx, broker, { id, seen: 2, content: said.value });
    // Saved as it stands, nothing of it is lost.
    expect((await shown()).text['disciplines']).toBe('1301520 粘弹性 粘塑性力学、430 材料科学、460 机械工程');
    const again = await contentSaid(tx, 'need', await shown());
    expect(again.ok && again.value['disciplines']).toEqual(['1301520', '430', '460']);
    for (const step of [submitListing, acceptListing, publishListing]) await step(tx, broker, { id });
    const names = (await publicListing(tx, 'zh', { id }))?.disciplines.map(({ name }) => name.zh);
    expect(names).toEqual(['粘弹性、粘塑性力学', '材料科学', '机械工程']);
  }));

test('what the standard does not have is said beside the field, by the form and by the verb', () =>
  inRollback(async (tx) => {
    await someDisciplines(tx);
    const { broker, enterprise } = await twoSides(tx);
    const id = await written(tx, broker, { organisationId: enterprise });
    const listing = await listingAtDesk(tx, broker, { id, side: 'need' });
    if (!listing) throw new Error('gone');
    const typed = typedOf(listing.content);
    const broken = { ...typed, text: { ...typed.text, title: '', disciplines: '炼金术' } };
    expect(problemsOf(await contentSaid(tx, 'need', broken))).toEqual(['disciplines', 'title']);
    for (const disciplines of [['999'], ['43'], ['430; drop'], Array.from({ length: 11 }, () => '430')])
      expect(problemsOf(await saveListing(tx, broker, { id, seen: 2, content: { ...goodNeed, disciplines } }))).toEqual(
        ['disciplines'],
      );
  }));
