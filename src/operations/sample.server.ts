import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '#accounts/actor.ts';
import { sampleArticle } from '#news/sample.ts';
import { saveSampleArticle } from '#news/write-sample.server.ts';
import type { Tx } from '#platform/database.server.ts';

/** Loads the sample articles of `folder`. They come with the program, so one that does not fit is a bug, not a refusal. */
export async function loadSampleArticles(tx: Tx, actor: Actor, folder: string): Promise<void> {
  const articles = join(folder, 'articles');
  const names = (await readdir(articles)).filter((name) => name.endsWith('.json')).sort();
  for (const name of names) {
    const text = await readFile(join(articles, name), 'utf8');
    const saved = await saveSampleArticle(tx, actor, sampleArticle.parse(JSON.parse(text)));
    if (!saved.ok) throw new Error(`${name}: ${saved.problems.map((problem) => problem.says.en).join(' ')}`);
  }
}
