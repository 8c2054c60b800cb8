import { langs, languageTag, type Lang } from '#language/lang.ts';
import type { PublicOrganisation } from './read-public.server.ts';

const types: Readonly<Record<PublicOrganisation['kind'], string>> = {
  enterprise: 'Corporation',
  institute: 'ResearchOrganization',
  government: 'GovernmentOrganization',
  association: 'Organization',
};

/** The organisation for machines that read the page: schema.org, with its credit code as an identifier. */
export function organisationJsonLd(one: PublicOrganisation, lang: Lang, origin: string): object {
  const address = `${origin}/${lang}/organisations/${one.id}`;
  const names = [...langs.map((other) => one.name[other]), ...one.otherNames.map(({ name }) => name)];
  const place = one.places.at(-1);
  const text = one.summary[lang];
  return {
    '@type': types[one.kind],
    '@id': address,
    url: address,
    name: one.name[lang],
    alternateName: [...new Set(names)].filter((name) => name !== one.name[lang]),
    inLanguage: languageTag[lang],
    ...(text && { description: text }),
    ...(one.website && { sameAs: [one.website] }),
    ...(one.creditCode && {
      identifier: { '@type': 'PropertyValue', propertyID: 'GB 32100-2015', value: one.creditCode },
    }),
    ...(place && {
      address: { '@type': 'PostalAddress', addressCountry: 'CN', addressLocality: place.name[lang] },
    }),
    ...(one.honours.length > 0 && { award: one.honours.map(({ title, year }) => `${title[lang]} (${year})`) }),
    ...(one.industries.length > 0 && { knowsAbout: one.industries.map(({ name }) => name[lang]) }),
  };
}
