import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from '#accounts/actor.ts';
import { incomingOf } from '#lists/sheet.ts';
import { applySheet, keepSheet, previewSheet, type SheetNoun } from '#lists/write-sheet.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { sheetOf } from './field.ts';
import { knownRows } from './read-desk.server.ts';
import { partFields, partRows } from './read-parts.server.ts';
import { addRow, changeRow } from './write-parts.server.ts';

const zone = '32101026';
const part = 'units' as const;

/** The account that the file is put aside for. */
async function publisher(tx: Tx): Promise<Actor> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`insert into account (email, name) values ('p@example.com', 'p') returning id`,
  );
  const accountId = Number(rows[0]?.id);
  return { id: `account:${accountId}`, accountId, name: 'p', memberships: [{ role: 'publisher', zone }] };
}

async function noun(tx: Tx): Promise<SheetNoun> {
  return {
    list: `${part} ${zone}`,
    shape: sheetOf(await partFields(tx, { zone, part })),
    known: (inTx, actor, ids) => knownRows(inTx, actor, { zone, part, ids }),
    apply: (inTx, actor, { id, cells }) => changeRow(inTx, actor, { zone, part, id: Number(id), cells }),
    add: (inTx, actor, cells) => addRow(inTx, actor, { zone, part, cells }),
  };
}

async function brought(tx: Tx, actor: Actor, table: string[][]) {
  const units = await noun(tx);
  const incoming = incomingOf(units.shape, table);
  if (!incoming.ok) throw new Error(JSON.stringify(incoming));
  const kept = await keepSheet(tx, actor, { list: units.list, fileName: 'units.csv', rows: incoming.value.rows });
  const file = { noun: units, id: kept.ok ? kept.value : '' };
  return { preview: await previewSheet(tx, actor, file), applied: await applySheet(tx, actor, file) };
}

test('a file changes rows by their number and adds those without one, a parent before its child', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const actor = await publisher(tx);
    const cells = { kind: 'block', name_zh: '北河泾街道', state: 'active' };
    const added = await addRow(tx, actor, { zone, part, cells });
    const id = added.ok ? String(added.value) : '';
    const { applied } = await brought(tx, actor, [
      ['编号', '类别', '中文名称', '上级', '状态'],
      [id, '板块', '北河泾', '', '停用'],
      ['', '责任单位', '经济发展局', '', '在用'],
      ['', 'unit', '投资促进科', '经济发展局', 'in use'],
    ]);
    expect(applied).toMatchObject({ ok: true });
    const rows = await partRows(tx, { zone, part });
    expect(rows.map(({ label, cells: { parent, state, kind } }) => [label, parent, state, kind])).toEqual([
      ['北河泾', '', 'retired', 'block'],
      ['经济发展局', '', 'active', 'unit'],
      ['投资促进科', '经济发展局', 'active', 'unit'],
    ]);
  }));

test('what a new row lacks is said by row and column before anything is made', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const actor = await publisher(tx);
    const { preview, applied } = await brought(tx, actor, [
      ['编号', '类别', '中文名称'],
      ['', '板块', ''],
      ['999999', '板块', '别人的'],
      ['+3', '板块', '不是新的'],
    ]);
    expect(preview).toMatchObject({
      value: {
        errors: [
          { row: 2, column: 'name_zh' },
          { row: 2, column: 'state' },
          { row: 3, column: 'id' },
          { row: 4, column: 'id' },
        ],
      },
    });
    expect(applied.ok).toBe(false);
    expect(await partRows(tx, { zone, part })).toEqual([]);
  }));
