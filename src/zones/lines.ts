import { z } from 'zod';
import { zoneLevels } from './zone.ts';

const place = z.string().regex(/^\d{6}$/);
const optionalPlace = z.union([z.literal(''), place]);
const number = z.union([z.literal(''), z.coerce.number()]);

/** One line of `reference/zones.csv`. */
export const zoneLine = z.object({
  code: z.string().regex(/^\d{8}$/),
  catalogue_code: z.string().max(12),
  name_zh: z.string().min(4).max(60),
  type: z.string().regex(/^\d{3}$/),
  level: z.enum(zoneLevels),
  province_code: place,
  city_code: optionalPlace,
  district_code: optionalPlace,
  approved: z.union([z.literal(''), z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)]),
  area_hectares: number,
  industries_zh: z.string().max(500),
  lng: number,
  lat: number,
  etdz_2024: z.enum(['', 'yes']),
  standard_name_zh: z.string().max(60),
});
export type ZoneLine = z.output<typeof zoneLine>;

/** One line of `reference/zone_aliases.csv`. */
export const aliasLine = z.object({ zone_code: z.string().regex(/^\d{8}$/), alias: z.string().min(2).max(60) });
export type AliasLine = z.output<typeof aliasLine>;

/** One line of `reference/industry_terms.csv`. */
export const termLine = z.object({
  term: z.string().min(1).max(60),
  industry_code: z.string().max(40),
  name_en: z.string().max(120),
});
export type TermLine = z.output<typeof termLine>;

/** The terms of a published list, in its order and each once: 电子信息、装备制造、汽车. */
export function termsIn(industries: string): string[] {
  return [...new Set(industries.split(/[、，,；;]/u).map((term) => term.trim()))].filter((term) => term !== '');
}
