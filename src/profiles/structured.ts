import type { Lang } from '#language/lang.ts';
import { paragraphsOf, type ProfileView } from './profile.ts';

/** What schema.org has words for of a zone's own profile; added to what is said of the zone itself. */
export function profileJsonLd(profile: ProfileView, lang: Lang): object {
  const description = paragraphsOf(profile.description[lang]).join(' ');
  const { address, website, contacts, figures } = profile;
  return {
    ...(description && { description }),
    ...(website && { sameAs: website }),
    ...(address[lang] && { address: address[lang] }),
    ...(contacts.length > 0 && { contactPoint: contacts.map((contact) => contactPoint(contact, lang)) }),
    ...(figures.length > 0 && { additionalProperty: figures.map((figure) => property(figure, lang)) }),
  };
}

function contactPoint({ topic, name, phone, email }: ProfileView['contacts'][number], lang: Lang): object {
  return {
    '@type': 'ContactPoint',
    contactType: topic[lang],
    name: name[lang],
    ...(phone && { telephone: phone }),
    ...(email && { email }),
  };
}

function property({ key, name, value, unit, year, sourceUrl }: ProfileView['figures'][number], lang: Lang): object {
  return {
    '@type': 'PropertyValue',
    name: name[lang],
    value,
    ...(key && { propertyID: key }),
    ...(unit[lang] && { unitText: unit[lang] }),
    observationDate: String(year),
    ...(sourceUrl && { url: sourceUrl }),
  };
}
