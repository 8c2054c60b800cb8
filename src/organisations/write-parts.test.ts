import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine, visitor, type Actor } from '#accounts/actor.ts';
import { sayWhoAsks, type Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import {
  broker,
  here,
  memberOf,
  organisation,
  organisationWorld,
  there,
  who,
} from '../../tests/support/organisations.ts';
import { organisationParts, type OrganisationPart } from './part.ts';
import { organisationRows } from './read-parts.server.ts';
import { contactsOf } from './read.server.ts';
import { addPartRow, changePartRow, removePartRow } from './write-parts.server.ts';

const cellsOf: Readonly<Record<OrganisationPart, Record<string, string>>> = {
  names: { name: '某某新材', kind: 'short' },
  honours: { title_zh: '专精特新“小巨人”企业', level: 'national', year: '2023', source: '工信部公告' },
  equipment: { name_zh: '透射电子显微镜', model: 'JEM-2100F', is_open: 'true' },
  people: { name_zh: '王某', position_zh: '院长', since: '2021/05', source: '院网' },
  contacts: { name: '李某', topic: '技术合作', phone: '0512-00000000' },
};
const fieldsOf = (outcome: { ok: boolean; problems?: { field?: string }[] }) =>
  outcome.problems?.map(({ field }) => field);

async function added(tx: Tx, id: number, part: OrganisationPart): Promise<number> {
  const outcome = await addPartRow(tx, commandLine, { organisation: id, part, cells: cellsOf[part] });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

async function everything(tx: Tx) {
  await sayWhoAsks(tx, commandLine);
  const { rows } = await tx.execute(sql`select (select jsonb_agg(t) from organisation_name t) as n,
    (select jsonb_agg(t) from organisation_honour t) as h, (select jsonb_agg(t) from organisation_contact t) as c,
    (select jsonb_agg(t) from organisation_person t) as p, (select jsonb_agg(t) from organisation_equipment t) as e,
    (select count(*) from history) as deeds`);
  return rows;
}

const strangers: Actor[] = [
  visitor,
  ...(['broker', 'editor', 'publisher'] as const).map((role) => who(role, there)),
  ...(['officer', 'leader', 'member'] as const).map((role) => who(role, here)),
  memberOf(999_999),
];

test.each(strangers)('$name changes none of the lists of an organisation', (stranger) =>
  inRollback(async (tx) => {
    await organisationWorld(tx);
    const id = await organisation(tx);
    const rows = [];
    for (const part of organisationParts) rows.push({ part, row: await added(tx, id, part) });
    const before = await everything(tx);
    for (const { part, row } of rows) {
      const place = { organisation: id, part };
      expect(await addPartRow(tx, stranger, { ...place, cells: cellsOf[part] })).toMatchObject({ ok: false });
      expect(await changePartRow(tx, stranger, { ...place, id: row, cells: { name: 'x' } })).toMatchObject({
        ok: false,
      });
      expect(await removePartRow(tx, stranger, { ...place, id: row })).toMatchObject({ ok: false });
    }
    expect(await everything(tx)).toEqual(before);
  }),
);

test.each(organisationParts)(
  '%s: a member of the organisation adds, changes and removes, and each is remembered',
  (part) =>
    inRollback(async (tx) => {
      await organisationWorld(tx);
      const id = await organisation(tx);
      const member = memberOf(id);
      await sayWhoAsks(tx, member);
      const place = { organisation: id, part };
      const made = await addPartRow(tx, member, { ...place, cells: cellsOf[part] });
      const row = made.ok ? made.value : 0;
      const [first = ''] = Object.keys(cellsOf[part]);
      expect(await changePartRow(tx, member, { ...place, id: row, cells: { [first]: '改过的名称' } })).toMatchObject({
        ok: true,
      });
      expect(await organisationRows(tx, place)).toMatchObject([{ id: row, cells: { [first]: '改过的名称' } }]);
      expect(await removePartRow(tx, member, { ...place, id: row })).toMatchObject({ ok: true });
      expect(await organisationRows(tx, place)).toEqual([]);
      await sayWhoAsks(tx, commandLine);
      const { rows } = await tx.execute(
        sql`select action, changes from history where record = ${String(id)} and action like 'entry%' order by id`,
      );
      expect(rows.map(({ action }) => action)).toEqual(['entry added', 'entry changed', 'entry removed']);
      expect(rows[1]?.['changes']).toEqual({ [`${part}.${row}.${first}`]: [cellsOf[part][first], '改过的名称'] });
    }),
);

test.each([
  ['names', ['name'], { name: ' ', kind: 'short' }],
  ['names', ['name'], { name: '苏州某某新材料有限公司', kind: 'alias' }],
  ['names', ['kind'], { name: '某某', kind: 'nick' }],
  ['honours', ['year'], { ...cellsOf.honours, year: '23' }],
  ['honours', ['level'], { ...cellsOf.honours, level: '' }],
  ['honours', ['source'], { ...cellsOf.honours, source: '' }],
  ['honours', ['source_url'], { ...cellsOf.honours, source_url: 'javascript:alert(1)' }],
  ['equipment', ['is_open'], { ...cellsOf.equipment, is_open: 'maybe' }],
  ['people', ['since'], { ...cellsOf.people, since: '去年' }],
  ['people', ['since'], { ...cellsOf.people, since: '2021-13' }],
  ['people', ['until'], { ...cellsOf.people, until: '2020' }],
  ['people', ['name_zh'], { ...cellsOf.people, name_zh: 'a\u0000' }],
  ['contacts', ['phone'], { ...cellsOf.contacts, phone: '' }],
  ['contacts', ['email'], { ...cellsOf.contacts, email: 'a@b' }],
] as const)('%s: what is wrong is said beside %j', (part, fields, cells) =>
  inRollback(async (tx) => {
    await organisationWorld(tx);
    const id = await organisation(tx);
    expect(fieldsOf(await addPartRow(tx, broker, { organisation: id, part, cells }))).toEqual(fields);
  }),
);

test('whom to ring is seen by members, brokers and publishers of the zone, and by nobody else, public or not', () =>
  inRollback(async (tx) => {
    await organisationWorld(tx);
    const id = await organisation(tx);
    await added(tx, id, 'contacts');
    await tx.execute(sql`update organisation set is_public = true`);
    const seen = async (actor: Actor) => {
      await sayWhoAsks(tx, actor);
      return (await contactsOf(tx, id)).length;
    };
    for (const actor of [memberOf(id), broker, who('publisher', here), commandLine]) expect(await seen(actor)).toBe(1);
    for (const actor of [visitor, memberOf(999_999), who('broker', there), who('publisher', there)])
      expect(await seen(actor)).toBe(0);
    await sayWhoAsks(tx, commandLine);
    const contact = { organisation: id, part: 'contacts', cells: cellsOf.contacts } as const;
    expect(await addPartRow(tx, who('editor', here), contact)).toMatchObject({ ok: false });
    expect(await addPartRow(tx, broker, contact)).toMatchObject({ ok: true });
  }));
