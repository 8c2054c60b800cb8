import { z } from 'zod';
import { isoOf } from '#language/dates.ts';
import type { Lang } from '#language/lang.ts';
import { organisationPageWords as page } from '#language/words/organisation-page.ts';
import { organisationWords as words } from '#language/words/organisations.ts';
import type { Cell, Sheet } from '#text/sheet.ts';
import { organisationQuery } from './directory.ts';
import { instituteKinds, organisationKinds, organisationSizes, otherNameKinds } from './organisation.ts';
import { honourLevels } from './part.ts';
import type { ListedOrganisation } from './read-directory.server.ts';
import type { PublicOrganisation } from './read-public.server.ts';

/** What the public may have of organisations, decided here once for the API and the files; the schema is what OpenAPI prints. */
const name = z.object({ zh: z.string(), en: z.string() });
const named = z.object({ code: z.string(), name });

export const organisationsQuery = organisationQuery.extend({
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const publicListed = z.object({
  id: z.number().int(),
  kind: z.enum(organisationKinds),
  instituteKind: z.enum(instituteKinds).nullable(),
  name,
  creditCode: z.string().nullable().describe('Unified social credit code of GB 32100-2015'),
  zone: named,
  city: named.nullable(),
  industries: z.array(named),
  size: z.enum(organisationSizes).nullable(),
  summary: name,
  website: z.string(),
  sample: z.boolean().describe('True for content that comes with the software'),
  url: z.url(),
});

const source = { source: z.string(), sourceUrl: z.string() };

export const publicInFull = publicListed.omit({ city: true }).extend({
  otherNames: z.array(z.object({ name: z.string(), kind: z.enum(otherNameKinds) })),
  places: z.array(named).describe('Province, city, district, as far as they are known'),
  disciplines: z.array(named).describe('GB/T 13745-2009'),
  capabilities: name,
  honours: z.array(
    z.object({ title: name, level: z.enum(honourLevels), year: z.number().int(), body: name, ...source }),
  ),
  equipment: z.array(z.object({ name, model: z.string(), purpose: name })).describe('Open to others'),
  people: z.array(z.object({ name, position: name, since: z.string(), until: z.string(), ...source })),
  updated: z.iso.datetime({ offset: true }),
});

export function toPublicListed(one: ListedOrganisation, home: string): z.input<typeof publicListed> {
  return { ...one, industries: [...one.industries], url: `${home}/organisations/${one.id}` };
}

export function toPublicInFull(one: PublicOrganisation, home: string): z.input<typeof publicInFull> {
  const { updatedAt, hasEnglishName, ...shown } = one;
  return {
    ...shown,
    otherNames: [...one.otherNames],
    places: [...one.places],
    industries: [...one.industries],
    disciplines: [...one.disciplines],
    honours: [...one.honours],
    equipment: [...one.equipment],
    people: [...one.people],
    // A name that is not there is empty for a program, which cannot see that it is Chinese.
    name: hasEnglishName ? one.name : { zh: one.name.zh, en: '' },
    updated: isoOf(updatedAt),
    url: `${home}/organisations/${one.id}`,
  };
}

interface Column {
  readonly title: { readonly zh: string; readonly en: string };
  readonly cell: (one: ListedOrganisation, lang: Lang) => Cell;
}

const titles = page.columns;

const columns: readonly Column[] = [
  { title: titles.id, cell: ({ id }) => id },
  { title: titles.nameZh, cell: (one) => one.name.zh },
  { title: titles.nameEn, cell: (one) => (one.name.en === one.name.zh ? null : one.name.en) },
  { title: titles.kind, cell: ({ kind }, lang) => words.kinds[kind][lang] },
  {
    title: titles.institute,
    cell: (one, lang) => (one.instituteKind ? words.instituteKinds[one.instituteKind][lang] : null),
  },
  { title: titles.creditCode, cell: ({ creditCode }) => creditCode },
  { title: titles.zoneCode, cell: ({ zone }) => zone.code },
  { title: titles.zone, cell: ({ zone }, lang) => zone.name[lang] },
  { title: titles.city, cell: ({ city }, lang) => city?.name[lang] ?? null },
  {
    title: titles.industries,
    cell: ({ industries }, lang) => industries.map((one) => one.name[lang]).join(lang === 'zh' ? '、' : '; ') || null,
  },
  { title: titles.size, cell: ({ size }, lang) => (size ? words.sizes[size][lang] : null) },
  { title: titles.website, cell: ({ website }) => website || null },
];

/** Public organisations as a file tells them, in the reader's language. */
export function organisationSheet(all: readonly ListedOrganisation[], lang: Lang, home: string): Sheet {
  return {
    name: page.directory[lang],
    header: [...columns.map(({ title }) => title[lang]), titles.address[lang]],
    rows: all.map((one) => [...columns.map(({ cell }) => cell(one, lang)), `${home}/organisations/${one.id}`]),
  };
}
