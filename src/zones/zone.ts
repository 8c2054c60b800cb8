import { holds, type Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Point } from '#places/point.ts';

export const zoneLevels = ['national', 'provincial'] as const;
export type ZoneLevel = (typeof zoneLevels)[number];

/** `own`: the zone's own point. `place`: the centre of its county or city, shown as approximate. */
export type LocationBasis = 'own' | 'place';

/** Where another name came from: the compiled list, a rule, or a person. Only a person's stays over a load. */
export type AliasOrigin = 'reference' | 'rule' | 'person';

export interface NamedCode {
  readonly code: string;
  readonly name: TwoText;
}

export interface ZoneLocation extends Point {
  readonly basis: LocationBasis;
}

/** A term of the published industry list, with the industry of ours it belongs to, where there is one. */
export interface ZoneIndustry {
  readonly term: TwoText;
  readonly industry: NamedCode | undefined;
}

/** What every list shows of a zone. */
export interface ZoneSummary {
  readonly code: string;
  readonly name: TwoText;
  readonly level: ZoneLevel;
  readonly type: string;
  readonly province: NamedCode;
  readonly city: NamedCode | undefined;
  readonly district: NamedCode | undefined;
  readonly approvedYear: number | undefined;
  readonly approvedMonth: number | undefined;
  readonly areaHectares: number | undefined;
  readonly location: ZoneLocation | undefined;
}

/** Everything the zone's own page and its public data show. */
export interface ZoneView extends ZoneSummary {
  readonly short: string | undefined;
  readonly catalogueCode: string | undefined;
  readonly industries: readonly ZoneIndustry[];
  readonly aliases: readonly string[];
  readonly onEtdzList2024: boolean;
  readonly standardName: string | undefined;
}

/** A zone in a list, with what it makes. */
export interface ListedZone extends ZoneSummary {
  readonly industries: readonly ZoneIndustry[];
}

/** A located zone on the dot map. */
export type ZoneDot = {
  readonly code: string;
  readonly lng: number;
  readonly lat: number;
  readonly level: ZoneLevel;
  readonly basis: LocationBasis;
  /** Whether the filter shows it. */
  readonly hit: boolean;
};

/** 2014-10, or only the year; undefined where the catalogue does not say. */
export function approvedOn(zone: ZoneSummary): string | undefined {
  const { approvedYear: year, approvedMonth: month } = zone;
  return year && month ? `${year}-${String(month).padStart(2, '0')}` : year?.toString();
}

/** Where a zone lies, from the large to the small: the place names in one line. */
export function placesOf(zone: ZoneSummary): NamedCode[] {
  const all = [zone.province, zone.city, zone.district].filter((place) => place !== undefined);
  return all.filter((place, at) => all.findIndex((other) => other.code === place.code) === at);
}

/** The zone's own publishers, and operators, may say what it is called in English. */
export function canCorrectName(actor: Actor, zone: string): boolean {
  return holds(actor, ['publisher'], zone);
}
