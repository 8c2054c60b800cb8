import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine } from '#accounts/actor.ts';
import { eventDeskWords as words } from '#language/words/event-desk.ts';
import { viewWords } from '#language/words/view.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback, testDatabase } from '../../tests/support/database.ts';
import {
  broker,
  early,
  here,
  listing,
  organisation,
  pitchDay,
  published,
  strangers,
  there,
} from '../../tests/support/events.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { countEvents } from './read-counts.server.ts';
import { agendaOf, eventById } from './read.server.ts';
import { publicListingsOf } from './read-listings.server.ts';
import { listEvents } from './read-list.server.ts';
import { removeAgendaItem, saveAgendaItem } from './write-agenda.server.ts';
import { attachListing, detachListing } from './write-listings.server.ts';
import { addEvent, cancelEvent, changeEvent, publishEvent } from './write.server.ts';

const item = {
  ...{
    beginsAt: '2026-09-11T09:00',
    endsAt: '2026-09-11T09:30',
    titleZh: '开场',
    titleEn: 'Opening',
    roomZh: '',
    roomEn: '',
  },
  speakers: [
    { nameZh: '陈某', nameEn: 'Chen', organisation: '某研究院' },
    { nameZh: '', nameEn: '', organisation: '' },
  ],
};

async function everything(tx: Tx): Promise<string> {
  const { rows } = await tx.execute<{ sum: string }>(sql`select md5(
    (select coalesce(string_agg(event::text, ','), '') from event)
    || (select coalesce(string_agg(event_agenda_item::text, ','), '') from event_agenda_item)
    || (select coalesce(string_agg(event_listing::text, ','), '') from event_listing)
    || (select count(*)::text from history)) as sum`);
  return rows[0]?.sum ?? '';
}

test('an event is a draft that nobody else sees, until its zone publishes it complete', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const added = await addEvent(tx, broker, { zone: here, fields: { ...pitchDay, titleEn: '' } });
    const id = added.ok ? added.value.id : 0;
    expect(await eventById(tx, id)).toBeUndefined();
    expect(await publishEvent(tx, broker, id)).toMatchObject({ ok: false, problems: [{ field: 'titleEn' }] });
    expect((await changeEvent(tx, broker, { id, fields: pitchDay })).ok).toBe(true);
    expect((await publishEvent(tx, broker, id)).ok).toBe(true);
    expect(await eventById(tx, id)).toMatchObject({ state: 'published', sequence: 0, title: { zh: pitchDay.titleZh } });
    const { rows } = await tx.execute(sql`select lang, title from search_entry where kind = 'event' order by lang`);
    expect(rows).toEqual([
      { lang: 'en', title: pitchDay.titleEn },
      { lang: 'zh', title: pitchDay.titleZh },
    ]);
  }));

test.each([
  ['endsAt', { endsAt: '2026-09-11T09:00' }],
  ['registrationClosesAt', { registrationClosesAt: '2026-09-12T09:00' }],
  ['beginsAt', { beginsAt: '2026-02-30T09:00' }],
  ['capacity', { capacity: '0' }],
  ['capacity', { capacity: '1e3' }],
  ['kind', { kind: 'party' }],
  ['titleZh', { titleZh: ' ' }],
  ['titleZh', { titleZh: 'a\u0000' }],
  ['venueEn', { venueEn: 'x'.repeat(301) }],
  [undefined, { zoneCode: there }],
])('what is wrong is said beside %s: %j', (field, change) =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const outcome = await addEvent(tx, broker, { zone: here, fields: { ...pitchDay, ...change } });
    expect(outcome.ok ? [] : outcome.problems.map((problem) => problem.field)).toEqual([field]);
  }),
);

test('calendars hear of a change of what they keep, and of nothing else', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const id = await published(tx);
    await changeEvent(tx, broker, { id, fields: { ...pitchDay, capacity: '30' } });
    expect((await eventById(tx, id))?.sequence).toBe(0);
    await changeEvent(tx, broker, { id, fields: { ...pitchDay, venueZh: '二号厅' } });
    expect((await eventById(tx, id))?.sequence).toBe(1);
    const cancelled = await cancelEvent(tx, broker, { id, reason: '台风', now: early });
    expect(cancelled.ok).toBe(true);
    expect(await eventById(tx, id)).toMatchObject({ state: 'cancelled', cancelledReason: '台风', sequence: 2 });
    expect(await changeEvent(tx, broker, { id, fields: pitchDay })).toMatchObject({ ok: false });
  }));

test('what is published stays complete, and is cancelled only with a reason and before it is over', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const id = await published(tx);
    const emptied = await changeEvent(tx, broker, { id, fields: { ...pitchDay, titleEn: '' } });
    expect(emptied).toMatchObject({ ok: false, problems: [{ field: 'titleEn' }] });
    expect(await cancelEvent(tx, broker, { id, reason: ' ', now: early })).toMatchObject({
      problems: [{ field: 'reason' }],
    });
    const late = new Date('2026-09-12T00:00:00Z');
    expect(await cancelEvent(tx, broker, { id, reason: 'x', now: late })).toMatchObject({
      problems: [{ says: words.isOver }],
    });
  }));

test.each(strangers)('%s keeps no event of the zone, and nothing has changed', (_name, actor) =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const id = await published(tx);
    const draft = await addEvent(tx, commandLine, { zone: here, fields: pitchDay });
    const need = await listing(tx, { side: 'need', organisation: await organisation(tx, '某公司') });
    const opening = await saveAgendaItem(tx, commandLine, { event: id, fields: item });
    const before = await everything(tx);
    const outcomes = [
      await addEvent(tx, actor, { zone: here, fields: pitchDay }),
      await changeEvent(tx, actor, { id, fields: { ...pitchDay, titleZh: '改名' } }),
      await publishEvent(tx, actor, draft.ok ? draft.value.id : 0),
      await cancelEvent(tx, actor, { id, reason: 'x', now: early }),
      await saveAgendaItem(tx, actor, { event: id, fields: item }),
      await removeAgendaItem(tx, actor, { event: id, item: opening.ok ? opening.value.id : 0 }),
      await attachListing(tx, actor, { event: id, listing: need }),
      await detachListing(tx, actor, { event: id, listing: need }),
    ];
    expect(outcomes.map(({ ok }) => ok)).toEqual(outcomes.map(() => false));
    expect(await everything(tx)).toBe(before);
  }),
);

test('an agenda is kept in the order of time; a speaker is linked to an organisation the site knows', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const id = await published(tx);
    const institute = await organisation(tx, '某研究院');
    await saveAgendaItem(tx, broker, {
      event: id,
      fields: { ...item, beginsAt: '2026-09-11T10:00', endsAt: '2026-09-11T11:00', titleZh: '路演', speakers: [] },
    });
    const first = await saveAgendaItem(tx, broker, { event: id, fields: item });
    const agenda = await agendaOf(tx, id);
    expect(agenda.map(({ title }) => title.zh)).toEqual(['开场', '路演']);
    expect(agenda[0]?.speakers).toEqual([
      { name: { zh: '陈某', en: 'Chen' }, organisation: { zh: '某研究院', en: '某研究院' }, organisationId: institute },
    ]);
    const outside = await saveAgendaItem(tx, broker, { event: id, fields: { ...item, endsAt: '2026-09-11T18:00' } });
    expect(outside).toMatchObject({ ok: false, problems: [{ says: words.outside }] });
    // Of another event: as if there were none.
    const other = await published(tx);
    const foreign = { event: other, item: first.ok ? first.value.id : 0 };
    expect(await removeAgendaItem(tx, broker, foreign)).toMatchObject({ problems: [{ says: words.noItem }] });
    expect(await saveAgendaItem(tx, broker, { ...foreign, fields: item })).toMatchObject({ ok: false });
  }));

test('own needs and offers, and public ones of any zone, are presented; the public sees the public ones', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const id = await published(tx);
    const [mine, theirs] = [await organisation(tx, '甲'), await organisation(tx, '乙', there)];
    const draft = await listing(tx, { side: 'need', organisation: mine, state: 'draft' });
    const open = await listing(tx, { side: 'offer', organisation: theirs, zone: there });
    const hidden = await listing(tx, { side: 'offer', organisation: theirs, zone: there, state: 'draft' });
    for (const one of [draft, open])
      expect((await attachListing(tx, broker, { event: id, listing: one })).ok).toBe(true);
    expect(await attachListing(tx, broker, { event: id, listing: hidden })).toMatchObject({
      problems: [{ says: words.noListing }],
    });
    expect((await publicListingsOf(tx, id, 'zh')).map((line) => line.id)).toEqual([open]);
  }));

test('coming events begin with the next, past ones with the latest; pages show each once', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const now = new Date('2026-09-15T00:00:00Z');
    for (const day of ['11', '12', '20', '21', '22']) {
      await published(tx, { beginsAt: `2026-09-${day}T09:00`, endsAt: `2026-09-${day}T10:00`, titleZh: day });
    }
    const days = async (view: 'coming' | 'past', more: object = {}) => listEvents(tx, { view, now, ...more });
    expect((await days('past')).cards.map(({ title }) => title.zh)).toEqual(['12', '11']);
    const first = await days('coming', { limit: 2 });
    expect(first.cards.map(({ title }) => title.zh)).toEqual(['20', '21']);
    const [time = '', id = ''] = (first.after ?? '').split('-');
    const second = await days('coming', { limit: 2, after: { beginsAt: new Date(Number(time)), id: Number(id) } });
    expect(second).toMatchObject({ cards: [{ title: { zh: '22' } }], after: undefined });
    expect((await days('coming', { zone: there })).cards).toEqual([]);
    expect((await days('coming', { month: '2026-10' })).cards).toEqual([]);
    expect((await days('coming', { month: '2026-09', province: '320000' })).cards).toHaveLength(3);
    expect(await countEvents(tx, { view: 'coming' }, now)).toEqual({
      kinds: [{ value: 'pitch-day', count: 3 }],
      months: [{ value: '2026-09', count: 3 }],
      provinces: [{ value: '320000', name: { zh: '江苏', en: 'Jiangsu' }, count: 3 }],
    });
  }));

test('through the eyes of somebody who keeps events, nothing is changed', async () => {
  const database = await testDatabase();
  const looking = { ...broker, viewedBy: { accountId: 9, name: 'operator' } };
  const outcome = await database.allOrNothing(looking, (tx) => addEvent(tx, looking, { zone: here, fields: pitchDay }));
  expect(outcome).toMatchObject({ ok: false, problems: [{ says: viewWords.onlyLooking }] });
});
