import { languageTag, langs, type Lang } from '#language/lang.ts';
import { zoneWords as words } from '#language/words/zones.ts';
import { typeName } from './types.ts';
import { placesOf, type NamedCode, type ZoneSummary, type ZoneView } from './zone.ts';

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
    containedInPlace: innermost(zone, lang, origin),
    ...(exact && { geo: { '@type': 'GeoCoordinates', latitude: exact.lat, longitude: exact.lng } }),
    ...(zone.industries.length > 0 && { knowsAbout: zone.industries.map(({ term }) => term[lang]) }),
  };
}

/** Place within place, the smallest first. */
function innermost(zone: ZoneSummary, lang: Lang, origin: string): object {
  const area = ({ code, name }: NamedCode) => ({
    '@type': 'AdministrativeArea',
    name: name[lang],
    url: `${origin}/${lang}/places/${code}`,
  });
  const country: object = { '@type': 'Country', name: words.country[lang] };
  return placesOf(zone).reduce<object>((around, place) => ({ ...area(place), containedInPlace: around }), country);
}
