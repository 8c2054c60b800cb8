import { z } from 'zod';
import { paragraphsOf, type ProfileView } from './profile.ts';

const two = z.object({ zh: z.string(), en: z.string() });

/** What the public may have of a zone's own profile; the schema is what OpenAPI prints. */
export const publicProfileFields = z.object({
  description: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }).describe('Paragraphs'),
  address: two,
  website: z.url().nullable(),
  figures: z
    .array(
      z.object({
        indicator: z.string().nullable().describe('Key that zones share, where the figure has one'),
        name: two,
        value: z.number(),
        unit: two,
        year: z.number().int(),
        source: two,
        sourceUrl: z.url().nullable(),
      }),
    )
    .describe('Each with its year and source, as the zone states it'),
  contacts: z.array(
    z.object({
      topic: two,
      name: two,
      role: two,
      phone: z.string().nullable(),
      email: z.string().nullable(),
      answersWithinWorkingDays: z.number().int(),
    }),
  ),
  blocks: z.array(two).describe('Streets, towns and parks of the zone'),
});

export function toPublicProfile(profile: ProfileView): z.input<typeof publicProfileFields> {
  const { description, address, website, figures, contacts, blocks } = profile;
  return {
    description: { zh: paragraphsOf(description.zh), en: paragraphsOf(description.en) },
    address,
    website: website || null,
    figures: figures.map(({ key, sourceUrl, ...figure }) => ({
      indicator: key ?? null,
      ...figure,
      sourceUrl: sourceUrl ?? null,
    })),
    contacts: contacts.map(({ phone, email, answerDays, ...contact }) => ({
      ...contact,
      phone: phone || null,
      email: email || null,
      answersWithinWorkingDays: answerDays,
    })),
    blocks: [...blocks],
  };
}
