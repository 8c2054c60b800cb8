import { asc, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from '#accounts/actor.ts';
import { eventSheet, eventSheetRow } from '#events/event-sheet.ts';
import { deskEvents } from '#events/read-desk.server.ts';
import { events } from '#events/tables.server.ts';
import { cancelEvent } from '#events/write.server.ts';
import { eventDeskWords as words } from '#language/words/event-desk.ts';
import { zoneCellWords } from '#language/words/zones.ts';
import { langs, type Lang } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { broker, early, guest, here, published, registered, strangers, there } from '../../tests/support/events.ts';
import { brought, previewed, tableOf } from '../../tests/support/sheet-files.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { eventNoun } from './nouns.server.ts';

const noun = await eventNoun();
const all = { filters: {}, sort: { key: 'begins', descending: false }, columns: [] };

async function out(tx: Tx, actor: Actor, lang: Lang) {
  const { events: rows } = await deskEvents(tx, actor, all);
  return tableOf(
    eventSheet,
    rows.map((row) => eventSheetRow(row, lang)),
    lang,
  );
}

async function world(tx: Tx) {
  await twoZones(tx);
  const full = { registrationClosesAt: '2026-09-10T18:00', capacity: '80', summaryZh: '第一行\n第二行' };
  const id = await published(tx, full);
  const calledOff = await published(tx, { titleZh: '=SUM(1)', venueZh: '-', beginsAt: '2026-09-11T00:00' });
  await cancelEvent(tx, broker, { id: calledOff, reason: '改期', now: early });
  return id;
}

const everything = async (tx: Tx) =>
  JSON.stringify([
    await tx.select().from(events).orderBy(asc(events.id)),
    (await tx.execute(sql`select count(*) from history`)).rows,
  ]);

test.each(langs)('events that go out and come back in change nothing (%s)', (lang) =>
  inRollback(async (tx) => {
    await world(tx);
    const table = await out(tx, broker, lang);
    const { preview } = await previewed(tx, broker, { noun, table });
    expect(preview).toMatchObject({ changes: [], errors: [], unchanged: 2 });
  }),
);

test('a bureau’s list of events comes in as drafts, its moments read as people write them', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const table = [
      ['2026年活动计划表', '', '', '', '', ''],
      ['序号', '活动类型', '活动名称', '举办时间', '结束时间', '举办地点'],
      ['1', '路演', '生物医药路演', '2026年9月18日（周五）上午9:00', '9月18日下午5点', '会议中心'],
      ['2', '会议', '产业大会', '2026/10/9 14:30', '2026/10/9 17:30', ''],
    ];
    expect(await brought(tx, broker, { noun, table })).toMatchObject({ ok: true });
    const { events: rows } = await deskEvents(tx, broker, all);
    expect(rows.map(({ state, typed }) => [state, typed.titleZh, typed.beginsAt, typed.endsAt])).toEqual([
      ['draft', '生物医药路演', '2026-09-18T09:00', '2026-09-18T17:00'],
      ['draft', '产业大会', '2026-10-09T14:30', '2026-10-09T17:30'],
    ]);
    const { preview } = await previewed(tx, broker, { noun, table });
    expect(preview).toMatchObject({ changes: [], errors: [], unchanged: 2 });
  }));

test('a new time comes in by the number of the event, is remembered, and whoever registered is told', () =>
  inRollback(async (tx) => {
    const id = await world(tx);
    await registered(tx, id, guest('wang'));
    await tx.execute(sql`delete from registration_letter`);
    const table = [
      ['编号', '开始时间', '名额'],
      [String(id), '2026-09-11 10:00', '60'],
    ];
    expect(await brought(tx, broker, { noun, table })).toMatchObject({ ok: true, value: 2 });
    const { rows } = await tx.execute(sql`select capacity, sequence, to_json(begins_at)#>>'{}' as begins,
      (select action from history where kind = 'event' and record = ${String(id)} order by id desc limit 1) as action,
      (select count(*)::int from registration_letter where kind = 'changed') as letters from event where id = ${id}`);
    expect(rows).toMatchObject([{ capacity: 60, sequence: 1, action: 'change', letters: 1 }]);
  }));

test.each([
  { column: 'endsAt', title: '结束时间', text: '2026-09-12', says: words.momentCell },
  { column: 'capacity', title: '名额', text: '很多', says: words.capacityCell },
  { column: 'zone', title: '开发区', text: '相城', says: zoneCellWords.notCode },
])('what is wrong with $column is said by row and column', ({ column, title, text, says }) =>
  inRollback(async (tx) => {
    const id = await world(tx);
    const table = [
      ['编号', title],
      [String(id), text],
    ];
    const { preview } = await previewed(tx, broker, { noun, table });
    expect(preview.errors).toEqual([{ row: 2, column, says }]);
  }),
);

test.each([
  ['what ends before it begins', ['2026-09-18 09:00', '2026-09-18 08:00', here]],
  ['an event of a zone that is not theirs', ['2026-09-18 09:00', '2026-09-18 12:00', there]],
])('%s does not come in', (_, cells) =>
  inRollback(async (tx) => {
    await world(tx);
    const before = await everything(tx);
    const table = [
      ['编号', '类型', '名称（中文）', '开始时间', '结束时间', '开发区'],
      ['', '会议', '一场会', ...cells],
    ];
    expect(await brought(tx, broker, { noun, table })).toMatchObject({ ok: false });
    expect(await everything(tx)).toBe(before);
  }),
);

test('an event stays with its zone, and a cancelled one as it is', () =>
  inRollback(async (tx) => {
    const id = await world(tx);
    const both: Actor = { ...broker, memberships: [...broker.memberships, { role: 'broker', zone: there }] };
    const before = await everything(tx);
    for (const [named, title, text] of [
      [id, '开发区', there],
      [id + 1, '名称（中文）', '又要办了'],
    ] as const) {
      const table = [
        ['编号', title],
        [String(named), text],
      ];
      expect(await brought(tx, both, { noun, table })).toMatchObject({ ok: false });
    }
    expect(await everything(tx)).toBe(before);
  }));

test.each(strangers)('%s neither gets the events of a zone in a file nor changes or adds one by it', (_, actor) =>
  inRollback(async (tx) => {
    const id = await world(tx);
    const before = await everything(tx);
    expect(await out(tx, actor, 'zh')).toHaveLength(1);
    const title = ['编号', '类型', '名称（中文）', '开始时间', '结束时间', '开发区'];
    const said = ['会议', '别人的', '2026-09-18 09:00', '2026-09-18 12:00', here];
    for (const row of [
      [String(id), ...said],
      ['', ...said],
    ])
      expect(await brought(tx, actor, { noun, table: [title, row] })).toMatchObject({ ok: false });
    expect(await everything(tx)).toBe(before);
  }),
);
