import { languageTag, langs, type Lang } from '#language/lang.ts';
import { zoneWords as words } from '#language/words/zones.ts';
import type { Place } from '#places/place.ts';
import { typeName } from './types.ts';
import { placesOf, type NamedCode, type ZoneView } from './zone.ts';

/** The zone for machines that read the page: schema.org, with its code as an identifier. */
export function zoneJsonLd(zone: ZoneView, lang: Lang, origin: string): object {
  const address = `${origin}/${lang}/zones/${zone.code}`;
  const other = langs.filter((one) => one !== lang).map((one) => zone.name[one]);
  const exact = zone.location?.basis === 'own' ? zone.location : undefined;
  return {
    '@type': 'AdministrativeArea',
    '@id': address,
    url: address,
    name: zone.name[lang],
    alternateName: [...other, ...zone.aliases],
    inLanguage: languageTag[lang],
    identifier: { '@type': 'PropertyValue', propertyID: 'GB/T 37028-2018', value: zone.code },
    additionalType: typeName(zone.type)[lang],
    containedInPlace: within(placesOf(zone), lang, origin),
    ...(exact && { geo: { '@type': 'GeoCoordinates', latitude: exact.lat, longitude: exact.lng } }),
    ...(zone.industries.length > 0 && { knowsAbout: zone.industries.map(({ term }) => term[lang]) }),
  };
}

/** Place within place; the smallest, which comes last, stands outermost in the answer. */
function within(places: readonly NamedCode[], lang: Lang, origin: string): object {
  const area = ({ code, name }: NamedCode) => ({
    '@type': 'AdministrativeArea',
    name: name[lang],
    url: `${origin}/${lang}/places/${code}`,
  });
  const country: object = { '@type': 'Country', name: words.country[lang] };
  return places.reduce<object>((around, place) => ({ ...area(place), containedInPlace: around }), country);
}

/** A province, city or district for machines, within the places above it. */
export function placeJsonLd(place: Place, above: readonly NamedCode[], page: { lang: Lang; origin: string }): object {
  const { lang, origin } = page;
  const around = above.filter((one) => one.code !== place.code);
  const address = `${origin}/${lang}/places/${place.code}`;
  return {
    '@type': 'AdministrativeArea',
    '@id': address,
    url: address,
    name: place.name[lang],
    alternateName: langs.filter((one) => one !== lang).map((one) => place.name[one]),
    identifier: { '@type': 'PropertyValue', propertyID: 'GB/T 2260', value: place.code },
    containedInPlace: within(around, lang, origin),
    ...(place.centre && {
      geo: { '@type': 'GeoCoordinates', latitude: place.centre.lat, longitude: place.centre.lng },
    }),
  };
}
