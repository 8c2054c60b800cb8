import { and, eq } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import type { Cells } from './field.ts';
import type { PartName } from './part.ts';
import { accountOfHead } from './read-head.server.ts';
import { contacts, figures, units } from './tables.server.ts';
import type { UnitAbove, UnitKind } from './unit.ts';

interface New {
  readonly zone: string;
  readonly cells: Cells;
}

/** How the rows of one list are kept, once it is settled what they say. */
interface Store {
  add(tx: Tx, row: New): Promise<number>;
  change(tx: Tx, row: New & { id: number }): Promise<void>;
  /** Left out where rows are retired instead. */
  remove?(tx: Tx, id: number): Promise<void>;
}

export const stores: Readonly<Record<PartName, Store>> = {
  figures: {
    add: async (tx, { zone, cells }) =>
      only(
        await tx
          .insert(figures)
          .values({ zoneCode: zone, ...figureOf(cells) })
          .returning({ id: figures.id }),
      ),
    change: async (tx, { id, cells }) => void (await tx.update(figures).set(figureOf(cells)).where(eq(figures.id, id))),
    remove: async (tx, id) => void (await tx.delete(figures).where(eq(figures.id, id))),
  },
  contacts: {
    add: async (tx, { zone, cells }) =>
      only(
        await tx
          .insert(contacts)
          .values({ zoneCode: zone, ...contactOf(cells) })
          .returning({ id: contacts.id }),
      ),
    change: async (tx, { id, cells }) =>
      void (await tx.update(contacts).set(contactOf(cells)).where(eq(contacts.id, id))),
    remove: async (tx, id) => void (await tx.delete(contacts).where(eq(contacts.id, id))),
  },
  units: {
    add: async (tx, { zone, cells }) => {
      const row = await unitRow(tx, zone, cells);
      return only(
        await tx
          .insert(units)
          .values({ zoneCode: zone, ...row })
          .returning({ id: units.id }),
      );
    },
    change: async (tx, { zone, id, cells }) => {
      const row = await unitRow(tx, zone, cells);
      await tx
        .update(units)
        .set(row)
        .where(and(eq(units.id, id), eq(units.zoneCode, zone)));
    },
  },
};

/** The units of a zone, locked: where one may stand depends on where the others do. */
export async function unitsAbove(tx: Tx, zone: string): Promise<UnitAbove[]> {
  return tx
    .select({ id: units.id, nameZh: units.nameZh, parentId: units.parentId })
    .from(units)
    .where(eq(units.zoneCode, zone))
    .orderBy(units.id)
    .for('update');
}

function only([row]: readonly { id: number }[]): number {
  if (!row) throw new Error('a row that was added has no id');
  return row.id;
}

function figureOf(cells: Cells) {
  const said = (key: string) => cells[key] ?? '';
  return {
    ...{ templateKey: said('template') || null, nameZh: said('name_zh'), nameEn: said('name_en') },
    ...{ value: said('value'), unitZh: said('unit_zh'), unitEn: said('unit_en'), year: Number(said('year')) },
    ...{ sourceZh: said('source_zh'), sourceEn: said('source_en'), sourceUrl: said('source_url') },
    ...{ isPublic: said('visibility') === 'public', position: Number(said('position')) },
  };
}

function contactOf(cells: Cells) {
  const said = (key: string) => cells[key] ?? '';
  return {
    ...{ topicZh: said('topic_zh'), topicEn: said('topic_en'), nameZh: said('name_zh'), nameEn: said('name_en') },
    ...{ roleZh: said('role_zh'), roleEn: said('role_en'), phone: said('phone'), email: said('email') },
    ...{ answerDays: Number(said('answer_days')), isPublic: said('visibility') === 'public' },
    position: Number(said('position')),
  };
}

async function unitRow(tx: Tx, zone: string, cells: Cells) {
  const headAccountId = await accountOfHead(tx, zone, cells['head_email'] ?? '');
  return { ...unitOf(cells, await unitsAbove(tx, zone)), headAccountId };
}

function unitOf(cells: Cells, above: readonly UnitAbove[]) {
  const said = (key: string) => cells[key] ?? '';
  return {
    ...{ kind: said('kind') as UnitKind, nameZh: said('name_zh'), nameEn: said('name_en') },
    parentId: above.find(({ nameZh }) => nameZh === said('parent'))?.id ?? null,
    ...{ position: Number(said('position')), active: said('state') === 'active' },
    ...{ headName: said('head_name'), headEmail: said('head_email') },
  };
}
