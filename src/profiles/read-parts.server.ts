import { asc, eq } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import { contactFields } from './contact.ts';
import type { Field } from './field.ts';
import { figureFields } from './figure.ts';
import type { PartName } from './part.ts';
import { figureTemplateList } from './read.server.ts';
import type { PartRow } from './rows.server.ts';
import { contacts, figures, units } from './tables.server.ts';
import { unitFields } from './unit.ts';

interface Part {
  readonly zone: string;
  readonly part: PartName;
}

/** Every row of one list of a zone, in its order. */
export async function partRows(tx: Tx, { zone, part }: Part): Promise<PartRow[]> {
  const read = { figures: figureRows, contacts: contactRows, units: unitRows }[part];
  return read(tx, zone);
}

/** What can be said of a row of this list now: some of it is chosen from other rows. */
export async function partFields(tx: Tx, { zone, part }: Part): Promise<readonly Field[]> {
  if (part === 'contacts') return contactFields;
  if (part === 'figures') return figureFields(await figureTemplateList(tx));
  const rows = await unitRows(tx, zone);
  return unitFields(rows.flatMap(({ cells }) => cells['name_zh'] ?? []));
}

const seen = (isPublic: boolean) => (isPublic ? 'public' : 'internal');

async function figureRows(tx: Tx, zone: string): Promise<PartRow[]> {
  const templates = new Map((await figureTemplateList(tx)).map(({ key, name }) => [key, name.zh]));
  const rows = await tx
    .select()
    .from(figures)
    .where(eq(figures.zoneCode, zone))
    .orderBy(asc(figures.position), asc(figures.id));
  return rows.map((row) => ({
    id: row.id,
    label: `${row.nameZh || (templates.get(row.templateKey ?? '') ?? '')} ${row.year}`,
    cells: {
      ...{ template: row.templateKey ?? '', name_zh: row.nameZh, name_en: row.nameEn },
      ...{ value: String(Number(row.value)), unit_zh: row.unitZh, unit_en: row.unitEn, year: String(row.year) },
      ...{ source_zh: row.sourceZh, source_en: row.sourceEn, source_url: row.sourceUrl },
      ...{ visibility: seen(row.isPublic), position: String(row.position) },
    },
  }));
}

async function contactRows(tx: Tx, zone: string): Promise<PartRow[]> {
  const rows = await tx
    .select()
    .from(contacts)
    .where(eq(contacts.zoneCode, zone))
    .orderBy(asc(contacts.position), asc(contacts.id));
  return rows.map((row) => ({
    id: row.id,
    label: `${row.topicZh} ${row.nameZh}`,
    cells: {
      ...{ topic_zh: row.topicZh, topic_en: row.topicEn, name_zh: row.nameZh, name_en: row.nameEn },
      ...{ role_zh: row.roleZh, role_en: row.roleEn, phone: row.phone, email: row.email },
      ...{ answer_days: String(row.answerDays), visibility: seen(row.isPublic), position: String(row.position) },
    },
  }));
}

async function unitRows(tx: Tx, zone: string): Promise<PartRow[]> {
  const rows = await tx
    .select()
    .from(units)
    .where(eq(units.zoneCode, zone))
    .orderBy(asc(units.position), asc(units.id));
  const names = new Map(rows.map(({ id, nameZh }) => [id, nameZh]));
  return rows.map((row) => ({
    id: row.id,
    label: row.nameZh,
    cells: {
      ...{ kind: row.kind, name_zh: row.nameZh, name_en: row.nameEn },
      parent: row.parentId === null ? '' : (names.get(row.parentId) ?? ''),
      ...{ position: String(row.position), state: row.active ? 'active' : 'retired' },
      ...{ head_name: row.headName, head_email: row.headEmail },
    },
  }));
}
