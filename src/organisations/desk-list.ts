import { minuteOf } from '#language/dates.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import { organisationWords as words } from '#language/words/organisations.ts';
import type { Choice, List, Row } from '#lists/list.ts';
import { organisationKinds } from './organisation.ts';
import type { OrganisationView } from './read.server.ts';

/** One organisation as the desk lists it. */
export interface DeskOrganisation extends OrganisationView {
  readonly zoneName: TwoText;
  readonly placeName: TwoText | undefined;
}

export interface ListChoices {
  readonly industries: readonly Choice[];
  /** Empty for whoever keeps those of every zone. */
  readonly zones: readonly Choice[];
}

export const kindChoices: readonly Choice[] = organisationKinds.map((value) => ({ value, label: words.kinds[value] }));
export const publicChoices: readonly Choice[] = [
  { value: 'yes', label: words.yes },
  { value: 'no', label: words.no },
];

/** What the desk's list of organisations can show and be asked for. */
export function organisationList({ industries, zones }: ListChoices): List {
  const seesOneZone = zones.length === 1;
  return {
    name: 'organisations',
    columns: [
      { key: 'name', title: words.name, sortable: true },
      { key: 'kind', title: words.kind },
      { key: 'industries', title: words.industries },
      { key: 'code', title: words.creditCode },
      ...(seesOneZone ? [] : [{ key: 'zone', title: words.zone }]),
      { key: 'public', title: words.isPublic },
      { key: 'updated', title: words.updated, sortable: true },
      { key: 'name_en', title: words.nameEn, extra: true },
      { key: 'place', title: words.place, extra: true },
      { key: 'size', title: words.size, extra: true },
      { key: 'id', title: words.id, extra: true, isNumber: true },
    ],
    filters: [
      { key: 'q', title: words.search, kind: 'search' },
      { key: 'kind', title: words.kind, kind: 'choice', choices: kindChoices },
      { key: 'industry', title: words.industry, kind: 'choice', choices: industries },
      { key: 'public', title: words.isPublic, kind: 'choice', choices: publicChoices },
      ...zoneFilter(zones),
    ],
    sort: '-updated',
  };
}

function zoneFilter(zones: readonly Choice[]): List['filters'] {
  if (zones.length === 0) return [{ key: 'zone', title: words.zoneCode, kind: 'search' }];
  return zones.length === 1 ? [] : [{ key: 'zone', title: words.zone, kind: 'choice', choices: zones }];
}

/** A row of the list, with the industries by their names. */
export function organisationRow(one: DeskOrganisation, lang: Lang, industries: readonly Choice[]): Row {
  const named = one.industries.map((code) => industries.find(({ value }) => value === code)?.label[lang] ?? code);
  return {
    id: String(one.id),
    label: one.name[lang],
    cells: {
      name: { text: one.name[lang], href: `/${lang}/desk/organisations/${one.id}` },
      kind: { text: kindInWords(one)[lang] },
      industries: { text: named.join(lang === 'zh' ? '\u3001' : ', ') },
      code: { text: one.creditCode ?? '' },
      zone: { text: one.zoneName[lang] },
      public: one.isPublic ? { text: words.public[lang], tone: 'green' } : { text: words.internal[lang] },
      updated: { text: minuteOf(one.updatedAt) },
      name_en: { text: one.nameEn },
      place: { text: one.placeName?.[lang] ?? '' },
      size: { text: one.size ? words.sizes[one.size][lang] : '' },
      id: { text: String(one.id) },
    },
  };
}

function kindInWords({ kind, instituteKind }: OrganisationView): TwoText {
  return instituteKind ? words.instituteKinds[instituteKind] : words.kinds[kind];
}
