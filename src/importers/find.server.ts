import { lstat, open, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { importWords as words } from '#language/words/importers.ts';
import type { TwoText } from '#language/lang.ts';
import { maxArchiveBytes, maxFolderDepth } from './limits.ts';
import { mayHoldArticle } from './recognise/kind.ts';
import type { Listing } from './reading/archive.server.ts';
import type { Item } from './reading/messages.ts';

/** Something to read, or the reason why it will not be. */
export type Found = { readonly item: Item } | { readonly path: string; readonly reason: TwoText };

export type ListArchive = (path: string) => Promise<Listing>;

/** Everything in the given files, folders and ZIPs that may be an article, in a fixed order. */
export async function* findItems(paths: readonly string[], list: ListArchive): AsyncGenerator<Found> {
  for (const path of paths) {
    let any = false;
    for await (const found of inPath(resolve(path), { list, depth: 0, asked: true })) {
      any = true;
      yield found;
    }
    if (!any) yield { path, reason: words.nothingInside };
  }
}

interface Where {
  readonly list: ListArchive;
  readonly depth: number;
  /** Named by the person, not found in a folder: then its name does not have to look right. */
  readonly asked: boolean;
}

async function* inPath(path: string, where: Where): AsyncGenerator<Found> {
  const about = await lstat(path).catch(() => undefined);
  if (!about) yield { path, reason: words.notThere };
  else if (about.isSymbolicLink()) yield { path, reason: words.refusals.symbolicLink };
  else if (about.isDirectory()) yield* inFolder(path, where);
  else if (!where.asked && !mayHoldArticle(path)) return;
  else if (!about.isFile()) yield { path, reason: words.refusals.notReadable };
  else if (await isArchive(path)) yield* inArchive(path, about.size, where);
  else yield { item: { path, name: path } };
}

async function* inFolder(path: string, where: Where): AsyncGenerator<Found> {
  if (where.depth > maxFolderDepth) return yield { path, reason: words.refusals.tooDeep };
  const names = (await readdir(path).catch(() => [])).sort();
  const present = new Set(names);
  for (const name of names) {
    if (name.startsWith('.') || isBesidePage(name, present)) continue;
    yield* inPath(join(path, name), { ...where, depth: where.depth + 1, asked: false });
  }
}

/** Browsers put what a page needs into a folder of the same name: it holds advertisements, not articles. */
function isBesidePage(name: string, present: ReadonlySet<string>): boolean {
  const page = /^(.+?)(?:_files|\.files|_文件)$/.exec(name)?.[1];
  return page !== undefined && ['.html', '.htm', '.shtml'].some((ending) => present.has(page + ending));
}

async function isArchive(path: string): Promise<boolean> {
  if (/\.(?:docx?|dotx|docm|wps)$/i.test(path)) return false;
  const file = await open(path).catch(() => undefined);
  if (!file) return false;
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return /^PK(?:\x03\x04|\x05\x06)/.test(buffer.toString('latin1'));
  } finally {
    await file.close();
  }
}

async function* inArchive(path: string, bytes: number, { list }: Where): AsyncGenerator<Found> {
  if (bytes > maxArchiveBytes) return yield { path, reason: words.refusals.tooLarge };
  const listing = await list(path);
  if (!listing.ok) return yield { path, reason: words.refusals[listing.refusal] };
  for (const entry of listing.entries) {
    const name = `${path}!${entry.name}`;
    if (entry.refusal) yield { path: name, reason: words.refusals[entry.refusal] };
    else if (mayHoldArticle(entry.name) && !isHiddenEntry(entry.name)) yield { item: { path, entry: entry.at, name } };
  }
}

/** What the Mac adds to archives, and hidden files. */
function isHiddenEntry(name: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.)/.test(name);
}
