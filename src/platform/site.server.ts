import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { platformWords as words } from '#language/words/platform.ts';
import { done, refused, type Outcome } from './outcome.ts';
import { siteSchema, type Site } from './site.ts';

/** Reads `site.json` of the data folder; a missing file means the defaults, a wrong one a sentence for each mistake. */
export async function readSite(dataFolder: string): Promise<Outcome<Site>> {
  const file = join(dataFolder, 'site.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  const parsed = siteSchema.safeParse(parseJson(text));
  if (parsed.success) return done(parsed.data);
  const places = parsed.error.issues.map((issue) => issue.path.join('.') || file);
  return refused(...places.map((place) => ({ field: place, says: words.siteFileWrong(place) })));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
