import type { Actor } from '#accounts/actor.ts';
import { askedOf } from '#lists/address.ts';
import type { Choice } from '#lists/list.ts';
import type { SheetNoun } from '#lists/write-sheet.server.ts';
import { articleSheet } from '#news/article-sheet.ts';
import { articleList, zonesOfDesk } from '#news/desk-list.ts';
import { knownArticles } from '#news/read-article-sheet.server.ts';
import { allColumns } from '#news/read.server.ts';
import { changeFromSheet } from '#news/write-from-sheet.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { zoneChoices } from '#zones/read.server.ts';

/** The list of articles as this person has it, and what the address asks of it. */
export async function listFor(tx: Tx, actor: Actor, query: URLSearchParams) {
  const list = articleList(await columnChoices(tx), await zoneChoices(tx, zonesOfDesk(actor) ?? []));
  return { list, asked: askedOf(list, query) };
}

async function columnChoices(tx: Tx): Promise<Choice[]> {
  const columns = await allColumns(tx);
  return columns.filter(({ parent }) => parent !== null).map(({ slug, name }) => ({ value: slug, label: name }));
}

/** How articles come back from a file. */
export async function articleNoun(tx: Tx): Promise<SheetNoun> {
  return {
    list: 'articles',
    shape: articleSheet(await columnChoices(tx)),
    known: knownArticles,
    apply: changeFromSheet,
  };
}
