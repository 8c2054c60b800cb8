import { z } from 'zod';
import { directoryQuery } from './directory.ts';
import { zoneLevels, type ListedZone, type NamedCode, type ZoneView } from './zone.ts';

/** What the public may have of zones, decided here once for the API; the schema is what OpenAPI prints. */
const name = z.object({ zh: z.string(), en: z.string() });
const named = z.object({ code: z.string(), name });

/** The directory's own filters and order, a page at a time. */
export const zoneQuery = directoryQuery.extend({ limit: z.coerce.number().int().min(1).max(100).default(50) });

export const publicZone = z.object({
  code: z.string().describe('National code of GB/T 37028-2018'),
  name,
  level: z.enum(zoneLevels),
  type: z.string().describe('Type: digits three to five of the code'),
  province: named,
  city: named.nullable(),
  district: named.nullable(),
  approved: z.object({ year: z.number().int(), month: z.number().int().nullable() }).nullable(),
  areaHectares: z.number().nullable().describe('Approved area, catalogue of 2018'),
  location: z
    .object({ lng: z.number(), lat: z.number(), approximate: z.boolean() })
    .nullable()
    .describe('WGS-84; approximate means the centre of its district or city'),
  industries: z.array(z.object({ term: name, industry: named.nullable() })),
  url: z.url(),
});

export const publicZoneInFull = publicZone.extend({
  shortName: z.string().nullable(),
  otherNames: z.array(z.string()),
  catalogueCode: z.string().nullable(),
  onEtdzList2024: z.boolean().describe('On the Ministry of Commerce list of national economic zones of 2024'),
});

export function toPublicZone(zone: ListedZone, home: string): z.input<typeof publicZone> {
  const { code, name, level, type, province, location } = zone;
  return {
    ...{ code, name, level, type, province },
    city: orNull(zone.city),
    district: orNull(zone.district),
    approved: zone.approvedYear === undefined ? null : { year: zone.approvedYear, month: zone.approvedMonth ?? null },
    areaHectares: zone.areaHectares ?? null,
    location: location ? { lng: location.lng, lat: location.lat, approximate: location.basis === 'place' } : null,
    industries: zone.industries.map(({ term, industry }) => ({ term, industry: orNull(industry) })),
    url: `${home}/zones/${code}`,
  };
}

export function toPublicZoneInFull(zone: ZoneView, home: string): z.input<typeof publicZoneInFull> {
  return {
    ...toPublicZone(zone, home),
    shortName: zone.short ?? null,
    otherNames: [...zone.aliases],
    catalogueCode: zone.catalogueCode ?? null,
    onEtdzList2024: zone.onEtdzList2024,
  };
}

function orNull(named: NamedCode | undefined): { code: string; name: NamedCode['name'] } | null {
  return named ? { code: named.code, name: named.name } : null;
}
