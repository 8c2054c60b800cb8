import type { Actor } from '#accounts/actor.ts';
import type { Lang } from '#language/lang.ts';
import { incomingFrom, previewOf, type SheetShape } from '#lists/sheet.ts';
import { makeChanges, type SheetNoun } from '#lists/write-sheet.server.ts';
import type { Tx } from '#platform/database.server.ts';

type Rows = readonly Readonly<Record<string, string>>[];

/** A list as its file goes out: a header and its rows. */
export const tableOf = ({ columns }: SheetShape, rows: Rows, lang: Lang): string[][] => [
  columns.map(({ title }) => title[lang]),
  ...rows.map((row) => columns.map(({ key }) => row[key] ?? '')),
];

export interface HandedIn {
  readonly noun: SheetNoun;
  readonly table: string[][];
}

/** What a file would change of that list. */
export async function previewed(tx: Tx, actor: Actor, { noun, table }: HandedIn) {
  const incoming = incomingFrom(noun.shape, [{ name: '', rows: table, merges: [], hidden: [] }], 2026);
  if (!incoming.ok) throw new Error(JSON.stringify(incoming.problems));
  const rows = noun.find ? await noun.find(tx, actor, incoming.value.rows) : incoming.value.rows;
  const ids = rows.flatMap(({ cells }) => cells['id'] || []);
  return { preview: previewOf(noun.shape, rows, await noun.known(tx, actor, ids)) };
}

/** Takes a file in as the page of files does: nothing of it where anything is wrong. */
export async function brought(tx: Tx, actor: Actor, file: HandedIn) {
  const { preview } = await previewed(tx, actor, file);
  return makeChanges(tx, actor, { noun: file.noun, preview });
}
