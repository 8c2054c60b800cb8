import { langs } from '#language/lang.ts';
import type { Entry } from '#search/entry.ts';
import { spokenName, type Place } from './place.ts';

/** What search knows of a place: its names in both languages and its code. */
export function placeEntries(place: Place): Entry[] {
  const names = [place.name.zh, place.name.en, spokenName(place.name.zh), place.code];
  return langs.map((lang) => ({
    kind: 'place',
    id: place.code,
    lang,
    path: `/places/${place.code}`,
    title: place.name[lang],
    names: [...new Set(names)].filter((name) => name !== place.name[lang]),
    body: '',
    province: place.provinceCode,
    city: place.cityCode,
    standing: { province: 1, city: 0.8, district: 0.4 }[place.level],
  }));
}
