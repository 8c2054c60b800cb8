import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import type { ContactView } from './contact.ts';
import type { FigureTemplate, FigureView } from './figure.ts';
import type { ProfileView } from './profile.ts';
import { contacts, figures, figureTemplates, units, zoneProfiles } from './tables.server.ts';

const unsaid = { descriptionZh: '', descriptionEn: '', addressZh: '', addressEn: '', website: '' };

/** What everybody may see of a zone's own words about itself; what is internal is left out here, whoever asks. */
export async function publicProfile(db: Db, zone: string): Promise<ProfileView> {
  const [[profile], figureList, contactList, blockList] = await Promise.all([
    db.select().from(zoneProfiles).where(eq(zoneProfiles.zoneCode, zone)),
    publicFigures(db, zone),
    publicContacts(db, zone),
    blocksOf(db, zone),
  ]);
  const { descriptionZh, descriptionEn, addressZh, addressEn, website } = profile ?? unsaid;
  return {
    description: { zh: descriptionZh, en: descriptionEn },
    address: { zh: addressZh, en: addressEn },
    website,
    figures: figureList,
    contacts: contactList,
    blocks: blockList,
  };
}

async function publicFigures(db: Db, zone: string): Promise<FigureView[]> {
  const rows = await db
    .select()
    .from(figures)
    .leftJoin(figureTemplates, eq(figureTemplates.key, figures.templateKey))
    .where(and(eq(figures.zoneCode, zone), eq(figures.isPublic, true)))
    .orderBy(asc(figures.position), asc(figures.id));
  return rows.map(({ figure, figure_template: shared }) => ({
    key: shared?.key,
    name: shared ? { zh: shared.nameZh, en: shared.nameEn } : { zh: figure.nameZh, en: figure.nameEn },
    value: Number(figure.value),
    unit: unitOf(figure, shared),
    year: figure.year,
    source: inBoth(figure.sourceZh, figure.sourceEn),
    sourceUrl: figure.sourceUrl || undefined,
  }));
}

type FigureRow = typeof figures.$inferSelect;

/** The indicator's own unit, unless the figure says another: then in both languages its own. */
function unitOf(figure: FigureRow, shared: typeof figureTemplates.$inferSelect | null) {
  const isOwn = figure.unitZh !== '' || figure.unitEn !== '' || !shared;
  return isOwn ? inBoth(figure.unitZh, figure.unitEn) : { zh: shared.unitZh, en: shared.unitEn };
}

async function publicContacts(db: Db, zone: string): Promise<ContactView[]> {
  const rows = await db
    .select()
    .from(contacts)
    .where(and(eq(contacts.zoneCode, zone), eq(contacts.isPublic, true)))
    .orderBy(asc(contacts.position), asc(contacts.id));
  return rows.map(({ phone, email, answerDays, ...row }) => ({
    topic: inBoth(row.topicZh, row.topicEn),
    name: inBoth(row.nameZh, row.nameEn),
    role: inBoth(row.roleZh, row.roleEn),
    phone,
    email,
    answerDays,
  }));
}

async function blocksOf(db: Db, zone: string) {
  const rows = await db
    .select({ zh: units.nameZh, en: units.nameEn })
    .from(units)
    .where(and(eq(units.zoneCode, zone), eq(units.kind, 'block'), eq(units.active, true)))
    .orderBy(asc(units.position), asc(units.id));
  return rows.map(({ zh, en }) => inBoth(zh, en));
}

/** What is said in one language only is said so in both. */
function inBoth(zh: string, en: string) {
  return { zh: zh || en, en: en || zh };
}

/** The names that many zones' figures share, in the operator's order. */
export async function figureTemplateList(db: Db): Promise<FigureTemplate[]> {
  const rows = await db.select().from(figureTemplates).orderBy(asc(figureTemplates.position), asc(figureTemplates.key));
  return rows.map(({ key, nameZh, nameEn, unitZh, unitEn }) => ({
    key,
    name: { zh: nameZh, en: nameEn },
    unit: { zh: unitZh, en: unitEn },
  }));
}
