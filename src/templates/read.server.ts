import { asc, inArray } from 'drizzle-orm';
import { shippedTemplates } from '#language/words/message-templates.ts';
import type { Tx } from '#platform/database.server.ts';
import { messageTemplates as table } from './tables.server.ts';
import { purposes, type Template } from './template.ts';

const most = 200;

/** What these zones have written themselves. */
export async function ownTemplates(tx: Tx, zones: readonly string[]): Promise<Template[]> {
  if (zones.length === 0) return [];
  const rows = await tx
    .select()
    .from(table)
    .where(inArray(table.zoneCode, [...zones]))
    .orderBy(asc(table.purpose), asc(table.id))
    .limit(most);
  return rows.map(({ id, purpose, zoneCode, nameZh, nameEn, bodyZh, bodyEn }) => ({
    ...{ key: String(id), purpose, zone: zoneCode },
    ...{ name: { zh: nameZh, en: nameEn }, body: { zh: bodyZh, en: bodyEn } },
  }));
}

/** What is there for everybody. */
export const shipped: readonly Template[] = purposes.map((purpose) => ({
  ...{ key: purpose, purpose, zone: undefined },
  ...shippedTemplates[purpose],
}));

/** All that is offered for these zones: their own first. */
export async function templatesFor(tx: Tx, zones: readonly string[]): Promise<Template[]> {
  return [...(await ownTemplates(tx, zones)), ...shipped];
}
