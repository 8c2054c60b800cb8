import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine, visitor, type Actor, type Role } from '#accounts/actor.ts';
import { profileWords as words } from '#language/words/profiles.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { profileOf, zoneOfDesk } from './read-desk.server.ts';
import { publicProfile } from './read.server.ts';
import { partRows } from './read-parts.server.ts';
import type { PartName } from './part.ts';
import { addRow, changeRow, removeRow } from './write-parts.server.ts';
import { saveProfile } from './write.server.ts';

const here = '32101026';
const there = '34101001';
const who = (role: Role, zone?: string): Actor => ({
  ...{ id: 'account:1', accountId: 1, name: `${role} ${zone ?? ''}` },
  memberships: [zone === undefined ? { role } : { role, zone }],
});
const publisher = who('publisher', here);
const profile = {
  ...{ zone: here, descriptionZh: '苏州北部的开发区。\n临近高铁。', descriptionEn: 'A zone in the north of Suzhou.' },
  ...{ addressZh: '相城大道 1 号', addressEn: '1 Xiangcheng Avenue', website: 'https://zone.example.cn/' },
};
const figure = { template: 'gdp', value: '1,234.50', year: '2024', source_zh: '2024 年统计公报', visibility: 'public' };
const contact = {
  ...{ topic_zh: '投资咨询', topic_en: 'Investment', name_zh: '王某', name_en: 'Wang', phone: '0512-00000000' },
  ...{ answer_days: '3', visibility: 'public' },
};
const block = { kind: 'block', name_zh: '北河泾街道', name_en: 'Beihejing', state: 'active' };

async function added(tx: Tx, part: PartName, cells: Record<string, string>): Promise<number> {
  const outcome = await addRow(tx, publisher, { zone: here, part, cells });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}
const fieldsOf = (outcome: { ok: boolean; problems?: { field?: string }[] }) =>
  outcome.problems?.map(({ field }) => field);

const strangers: Actor[] = [
  visitor,
  who('publisher', there),
  who('editor', there),
  ...(['editor', 'broker', 'officer', 'leader', 'member'] as const).map((role) => who(role, here)),
];

async function everything(tx: Tx) {
  const { rows } = await tx.execute(sql`select (select jsonb_agg(zone_profile) from zone_profile) as p,
    (select jsonb_agg(figure) from figure) as f, (select jsonb_agg(contact) from contact) as c,
    (select jsonb_agg(unit) from unit) as u, (select count(*) from history) as h`);
  return rows;
}

test.each(strangers)('$name may change nothing of the zone, and nothing changes', (stranger) =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const id = await added(tx, 'figures', figure);
    const before = await everything(tx);
    const refusals = [
      await saveProfile(tx, stranger, profile),
      await addRow(tx, stranger, { zone: here, part: 'contacts', cells: contact }),
      await changeRow(tx, stranger, { zone: here, part: 'figures', id, cells: { value: '1' } }),
      await changeRow(tx, stranger, { zone: there, part: 'figures', id, cells: { value: '1' } }),
      await removeRow(tx, stranger, { zone: here, part: 'figures', id }),
      await removeRow(tx, stranger, { zone: there, part: 'figures', id }),
    ];
    expect(refusals.map(({ ok }) => ok)).toEqual(refusals.map(() => false));
    expect(await everything(tx)).toEqual(before);
  }),
);

test('another zone answers like one that does not exist; an editor of the zone reads', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    expect(await zoneOfDesk(tx, who('publisher', there), here)).toBeUndefined();
    expect(await zoneOfDesk(tx, who('editor', here), here)).toMatchObject({ mayChange: false });
    expect(await zoneOfDesk(tx, publisher, here)).toMatchObject({ mayChange: true, zone: { code: here } });
    expect(await zoneOfDesk(tx, commandLine, '99999999')).toBeUndefined();
    const nowhere = { ...profile, zone: '99999999' };
    expect(await saveProfile(tx, commandLine, nowhere)).toEqual(await saveProfile(tx, publisher, nowhere));
  }));

test('what a zone says of itself is kept in both languages, remembered once, and seen by everybody', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    expect((await saveProfile(tx, publisher, profile)).ok).toBe(true);
    expect((await saveProfile(tx, publisher, profile)).ok).toBe(true);
    expect({ zone: here, ...(await profileOf(tx, here)) }).toEqual(profile);
    expect(await publicProfile(tx, here)).toMatchObject({ website: profile.website, figures: [], contacts: [] });
    const { rows } = await tx.execute(sql`select action, zone_code from history where kind = 'zone'`);
    expect(rows).toEqual([{ action: 'profile', zone_code: here }]);
  }));

test.each([
  ['website', { website: 'javascript:alert(1)' }],
  ['descriptionZh', { descriptionZh: 'a\u0000b' }],
  ['descriptionEn', { descriptionEn: '\ud800' }],
  ['addressZh', { addressZh: 'x'.repeat(201) }],
])('a wrong %s of the profile is said beside it', (field, wrong) =>
  inRollback(async (tx) => {
    await twoZones(tx);
    expect(fieldsOf(await saveProfile(tx, publisher, { ...profile, ...wrong }))).toEqual([field]);
  }),
);

test('a figure is public with its value, unit, year and source, and an internal one is not', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    await added(tx, 'figures', figure);
    const id = await added(tx, 'figures', {
      ...figure,
      template: '',
      name_zh: '载体',
      name_en: 'Sites',
      unit_zh: '万㎡',
    });
    await added(tx, 'figures', { ...figure, visibility: 'internal' });
    const { figures } = await publicProfile(tx, here);
    expect(figures).toEqual([
      {
        ...{ key: 'gdp', name: { zh: '地区生产总值', en: 'Gross domestic product' }, value: 1234.5, year: 2024 },
        unit: { zh: '亿元', en: '100 million yuan' },
        ...{ source: { zh: '2024 年统计公报', en: '2024 年统计公报' }, sourceUrl: undefined },
      },
      expect.objectContaining({ name: { zh: '载体', en: 'Sites' }, unit: { zh: '万㎡', en: '万㎡' } }),
    ]);
    expect((await removeRow(tx, publisher, { zone: here, part: 'figures', id })).ok).toBe(true);
    expect((await publicProfile(tx, here)).figures).toHaveLength(1);
    expect(await publicProfile(tx, there)).toMatchObject({ figures: [] });
  }));

test.each([
  ['figures', ['source_zh'], { ...figure, source_zh: ' ' }],
  ['figures', ['year'], { ...figure, year: '' }],
  ['figures', ['year'], { ...figure, year: '24' }],
  ['figures', ['value'], { ...figure, value: '约 300' }],
  ['figures', ['template'], { ...figure, template: 'no-such' }],
  ['figures', ['name_zh', 'name_en'], { ...figure, template: '' }],
  ['figures', ['source_url'], { ...figure, source_url: 'javascript:alert(1)' }],
  ['contacts', ['phone'], { ...contact, phone: '' }],
  ['contacts', ['phone'], { ...contact, phone: 'call me' }],
  ['contacts', ['email'], { ...contact, email: 'a@b' }],
  ['contacts', ['answer_days'], { ...contact, answer_days: '0' }],
  ['contacts', ['name_zh'], { ...contact, name_zh: 'a\u0000' }],
  ['contacts', ['visibility'], { ...contact, visibility: 'secret' }],
  ['units', ['kind'], { ...block, kind: 'street' }],
  ['units', ['parent'], { ...block, parent: '没有的街道' }],
  ['units', ['position'], { ...block, position: '-1' }],
] as const)('%s: what is wrong is said beside %j', (part, fields, cells) =>
  inRollback(async (tx) => {
    await twoZones(tx);
    expect(fieldsOf(await addRow(tx, publisher, { zone: here, part, cells }))).toEqual(fields);
    expect(await partRows(tx, { zone: here, part })).toEqual([]);
  }),
);

test('a contact is shown with a name and the promised answer; changed in one cell, the rest stays', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const id = await added(tx, 'contacts', contact);
    await changeRow(tx, publisher, { zone: here, part: 'contacts', id, cells: { answer_days: '5' } });
    expect((await publicProfile(tx, here)).contacts).toEqual([
      {
        ...{ topic: { zh: '投资咨询', en: 'Investment' }, name: { zh: '王某', en: 'Wang' }, role: { zh: '', en: '' } },
        ...{ phone: '0512-00000000', email: '', answerDays: 5 },
      },
    ]);
    const { rows } = await tx.execute(sql`select action, changes, zone_code from history where kind = 'contact'`);
    expect(rows[1]).toEqual({ action: 'change', changes: { answer_days: ['3', '5'] }, zone_code: here });
  }));

test('a block stands under another of its zone, never under itself; it is retired, not deleted', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const upper = await added(tx, 'units', block);
    const lower = await added(tx, 'units', { ...block, name_zh: '漕湖社区', name_en: '', parent: '北河泾街道' });
    const again = await addRow(tx, publisher, { zone: here, part: 'units', cells: block });
    expect(fieldsOf(again)).toEqual(['name_zh']);
    const round = { zone: here, part: 'units', id: upper, cells: { parent: '漕湖社区' } } as const;
    expect(await changeRow(tx, publisher, round)).toMatchObject({ problems: [{ says: words.underItself }] });
    expect(await removeRow(tx, publisher, { zone: here, part: 'units', id: lower })).toMatchObject({
      problems: [{ says: words.unitStays }],
    });
    await changeRow(tx, publisher, { zone: here, part: 'units', id: lower, cells: { state: 'retired' } });
    expect((await publicProfile(tx, here)).blocks).toEqual([{ zh: '北河泾街道', en: 'Beihejing' }]);
  }));

test('the database itself keeps a unit, and who reports for it, within its zone', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const id = await added(tx, 'units', block);
    await tx.execute(sql`savepoint before`);
    await expect(
      tx.execute(sql`insert into unit (zone_code, kind, name_zh, parent_id) values (${there}, 'unit', 'x', ${id})`),
    ).rejects.toThrow();
    await tx.execute(sql`rollback to savepoint before`);
  }));

test('the head of a unit is known by name and address, and by the account that the address has in the zone', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    await tx.execute(sql`with head as (insert into account (name, email) values ('李局长', 'li@example.org') returning id)
      insert into membership (account_id, role, zone_code) select id, 'leader', ${here} from head`);
    const id = await added(tx, 'units', { ...block, head_name: '李局长', head_email: 'Li@Example.org' });
    const headOf = async () =>
      (
        await tx.execute(sql`select head_name as name, account.name as account from unit
        left join account on account.id = head_account_id where unit.id = ${id}`)
      ).rows;
    expect(await headOf()).toEqual([{ name: '李局长', account: '李局长' }]);
    const change = { zone: here, part: 'units', id, cells: { head_email: 'elsewhere@example.org' } } as const;
    await changeRow(tx, publisher, change);
    expect(await headOf()).toEqual([{ name: '李局长', account: null }]);
    const wrong = await changeRow(tx, publisher, { ...change, cells: { head_email: 'no address' } });
    expect(fieldsOf(wrong)).toEqual(['head_email']);
  }));
