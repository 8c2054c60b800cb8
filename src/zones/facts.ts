import type { Lang, TwoText } from '#language/lang.ts';
import { zoneWords as words } from '#language/words/zones.ts';
import { group } from './bands.ts';
import { typeName } from './types.ts';
import { approvedOn, placesOf, type ZoneView } from './zone.ts';

/** One line of a zone's key facts. A value without a source is not a fact. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly source: string;
  /** The year the source speaks of. */
  readonly year: string;
  /** False where the value says that nothing is published. */
  readonly known: boolean;
}

interface TwoFact {
  readonly name: TwoText;
  readonly value: TwoText;
  readonly source: TwoText;
  readonly year: string;
}

/** What is known of a zone, each with year and source; what is not published says so. */
export function factsOf(zone: ZoneView, lang: Lang): Fact[] {
  return [...identity(zone), ...catalogued(zone), location(zone)].map(({ year, name, value, source }) => ({
    year,
    name: name[lang],
    value: value[lang],
    source: source[lang],
    known: value !== words.notPublished,
  }));
}

const same = (text: string): TwoText => ({ zh: text, en: text });

/** A zone that became national after the standard has its name, type and level from the Ministry's list. */
function identity(zone: ZoneView): TwoFact[] {
  const { standard, commerce, byName } = words.sources;
  const rank = zone.standardName ? { source: commerce, year: '2024' } : { source: standard, year: '2018' };
  const places = placesOf(zone);
  return [
    { name: words.code, value: same(zone.code), source: standard, year: '2018' },
    { name: words.facet.level, value: words.level[zone.level], ...rank },
    { name: words.facet.type, value: typeName(zone.type), ...rank },
    {
      name: words.place,
      value: {
        zh: places.map((place) => place.name.zh).join(' · '),
        en: places.map((place) => place.name.en).join(' · '),
      },
      source: zone.district
        ? { zh: `${standard.zh}；${byName.zh}`, en: `${standard.en}; ${byName.en.toLowerCase()}` }
        : standard,
      year: '2018',
    },
  ];
}

function catalogued(zone: ZoneView): TwoFact[] {
  const from = { source: words.sources.catalogue, year: '2018' };
  const approved = approvedOn(zone);
  const area = zone.areaHectares;
  const code = zone.catalogueCode ? [{ name: words.catalogueCode, value: same(zone.catalogueCode), ...from }] : [];
  return [
    { name: words.approved, value: approved ? same(approved) : words.notPublished, ...from },
    { name: words.area, value: area === undefined ? words.notPublished : words.hectares(group(area)), ...from },
    ...code,
  ];
}

function location({ location: at }: ZoneView): TwoFact {
  const { ownPoint, centre } = words.sources;
  if (!at) return { name: words.coordinates, value: words.notPublished, source: same('—'), year: '—' };
  const point = `${at.lat.toFixed(3)}° N, ${at.lng.toFixed(3)}° E`;
  const value = at.basis === 'own' ? same(point) : { zh: words.about(point).zh, en: words.about(point).en };
  return { name: words.coordinates, value, source: at.basis === 'own' ? ownPoint : centre, year: '—' };
}
