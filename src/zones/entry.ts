import { langs } from '#language/lang.ts';
import type { Entry } from '#search/entry.ts';
import { typeName } from './types.ts';
import type { ZoneView } from './zone.ts';

/** What search knows of a zone, in each language: its names, the kind it is, where it lies, what it makes. */
export function zoneEntries(zone: ZoneView): Entry[] {
  const names = [zone.name.zh, zone.name.en, zone.short, ...tellingAliases(zone), zone.code, zone.catalogueCode];
  const known = [...new Set(names)].filter((name) => name !== undefined);
  return langs.map((lang) => ({
    kind: 'zone',
    id: zone.code,
    lang,
    path: `/zones/${zone.code}`,
    title: zone.name[lang],
    names: known.filter((name) => name !== zone.name[lang]),
    body: [
      typeName(zone.type)[lang],
      ...[zone.province, zone.city, zone.district].map((place) => place?.name[lang] ?? ''),
      ...zone.industries.flatMap(({ term, industry }) => [term[lang], industry?.name[lang] ?? '']),
    ]
      .filter((part) => part !== '')
      .join(lang === 'zh' ? '，' : ', '),
    zone: zone.code,
    province: zone.province.code,
    city: zone.city?.code,
    standing: zone.level === 'national' ? 1 : 0.5,
    industries: [...new Set(zone.industries.flatMap(({ industry }) => industry?.code ?? []))],
  }));
}

/** A name that only adds the city or leaves the province away is found by its words already. */
function tellingAliases({ name, short, aliases }: ZoneView): string[] {
  const known = [name.zh, ...(short ? [short] : [])];
  return aliases.filter((alias) => !known.some((one) => one.includes(alias) || alias.includes(one)));
}
