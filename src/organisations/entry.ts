import { langs } from '#language/lang.ts';
import { organisationWords as words } from '#language/words/organisations.ts';
import type { Entry } from '#search/entry.ts';
import type { PublicOrganisation } from './read-public.server.ts';

/** What search knows of an organisation, in each language: its names, what it is, what it can do, what it was honoured with. */
export function organisationEntries(one: PublicOrganisation): Entry[] {
  const names = [one.name.zh, one.name.en, ...one.otherNames.map(({ name }) => name), one.creditCode ?? ''];
  const known = [...new Set(names)].filter((name) => name !== '');
  const [province, city] = one.places;
  return langs.map((lang) => ({
    kind: 'organisation',
    id: String(one.id),
    lang,
    path: `/organisations/${one.id}`,
    title: one.name[lang],
    names: known.filter((name) => name !== one.name[lang]),
    body: [
      words.kinds[one.kind][lang],
      one.instituteKind ? words.instituteKinds[one.instituteKind][lang] : '',
      ...[...one.industries, ...one.disciplines].map(({ name }) => name[lang]),
      ...[one.summary, one.capabilities].map((text) => text[lang]),
      ...one.honours.map(({ title }) => title[lang]),
      ...one.equipment.map(({ name }) => name[lang]),
    ]
      .filter((part) => part !== '')
      .join(lang === 'zh' ? '。' : '. '),
    zone: one.zone.code,
    province: province?.code,
    city: city?.code,
    industries: one.industries.map(({ code }) => code),
    sample: one.sample,
  }));
}
