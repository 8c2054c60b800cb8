import { z } from 'zod';
import { placeLevels, type Place } from './place.ts';

/** What the public may ask and have of places; `after` is the code of the last place of the page before. */
const code = z.string().regex(/^\d{6}$/);

export const placeQuery = z.object({
  level: z.enum(placeLevels).optional(),
  province: code.optional(),
  city: code.optional(),
  after: code.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type PlaceQuery = z.output<typeof placeQuery>;

export const publicPlace = z.object({
  code: z.string().describe('Code of GB/T 2260'),
  level: z.enum(placeLevels),
  name: z.object({ zh: z.string(), en: z.string() }),
  province: z.string(),
  city: z.string().nullable(),
  centre: z.object({ lng: z.number(), lat: z.number() }).nullable().describe('WGS-84'),
  url: z.url(),
});

export function toPublicPlace(place: Place, home: string): z.input<typeof publicPlace> {
  const { code, level, name, provinceCode, cityCode, centre } = place;
  return {
    ...{ code, level, name },
    province: provinceCode,
    city: cityCode ?? null,
    centre: centre ? { lng: centre.lng, lat: centre.lat } : null,
    url: `${home}/places/${code}`,
  };
}
