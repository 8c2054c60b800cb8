import type { FileUse, ListedFile } from '#files/read-list.server.ts';
import type { Lang } from '#language/lang.ts';
import { articleTitles } from '#news/read-titles.server.ts';
import type { Db } from '#platform/database.server.ts';

export interface FileUserLink {
  readonly name: string;
  readonly address: string;
  readonly isDraft: boolean;
}

/** The records that use these files, as links. A file knows only kind and number; here the nouns are known. */
export async function usersOf(db: Db, lang: Lang, files: readonly ListedFile[]): Promise<FileUserLink[][]> {
  const ids = files.flatMap(({ uses }) => uses.map(articleOf)).filter(Number.isSafeInteger);
  const titles = await articleTitles(db, lang, [...new Set(ids)]);
  return files.map(({ uses }) =>
    uses.flatMap((use) => {
      const name = titles.get(articleOf(use));
      const address = `/${lang}/desk/articles/${articleOf(use)}`;
      return name === undefined ? [] : [{ name, address, isDraft: use.kind === 'article-draft' }];
    }),
  );
}

/** A working copy is known by its article and its language: `12/en`. */
function articleOf({ kind, record }: FileUse): number {
  return kind === 'article' || kind === 'article-draft' ? Number.parseInt(record, 10) : Number.NaN;
}
