import { z } from 'zod';
import type { Lang } from '#language/lang.ts';
import { fileListAddress } from './list.ts';

const answer = z.object({
  files: z.array(z.object({ id: z.string(), name: z.string(), thumbnail: z.string().optional() })),
  next: z.string().optional(),
});
export type EarlierFiles = z.output<typeof answer>;

/** The pictures that a zone has already, a page at a time; undefined where nobody answered. */
export async function earlierPictures(lang: Lang, zone: string, after?: string): Promise<EarlierFiles | undefined> {
  const address = fileListAddress(`/${lang}/desk/files`, { zone, show: 'pictures', after });
  const response = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => undefined);
  return response?.ok ? answer.parse(await response.json()) : undefined;
}
