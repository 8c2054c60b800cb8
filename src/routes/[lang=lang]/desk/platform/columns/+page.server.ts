import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#accounts/actor.ts';
import { columnWords as words } from '#language/words/columns.ts';
import type { ColumnInput } from '#news/column.ts';
import { deskColumns } from '#news/read-columns.server.ts';
import { addColumn, changeColumn, removeColumn, retireColumn, shiftColumn } from '#news/write-columns.server.ts';
import { mergeColumn } from '#news/write-merge-columns.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) => {
  const columns = await database.inTransaction(actor, deskColumns);
  const edited = columns.find(({ slug }) => slug === url.searchParams.get('edit'));
  return { columns, edited, isSaved: url.searchParams.has('saved') };
};

type Sent = Readonly<Record<string, string>>;

async function sent(request: Request): Promise<Sent> {
  const entries = [...(await request.formData())];
  return Object.fromEntries(entries.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])));
}

/** What the form says; the verb judges it, the type of the column too. */
function columnOf({ slug, nameZh, nameEn, descriptionZh, descriptionEn, columnType }: Sent): ColumnInput {
  return { slug, nameZh, nameEn, descriptionZh, descriptionEn, columnType } as ColumnInput;
}

type Verb = (tx: Tx, actor: Actor, typed: Sent) => Promise<Outcome<unknown>>;

/** Does what a button says and comes back to the list, or stays with what was typed. */
const act =
  (verb: Verb) =>
  async ({ request, locals: { actor, database }, url }: RequestEvent) => {
    const typed = await sent(request);
    const outcome = await database.allOrNothing(actor, (tx) => verb(tx, actor, typed));
    return outcome.ok ? redirect(303, `${url.pathname}?saved`) : fail(422, { problems: outcome.problems, typed });
  };

export const actions: Actions = {
  add: act((tx, actor, typed) => addColumn(tx, actor, { ...columnOf(typed), parent: typed['parent'] || null })),
  change: act((tx, actor, typed) => changeColumn(tx, actor, columnOf(typed))),
  up: act((tx, actor, { slug = '' }) => shiftColumn(tx, actor, { slug, by: -1 })),
  down: act((tx, actor, { slug = '' }) => shiftColumn(tx, actor, { slug, by: 1 })),
  retire: act((tx, actor, { slug = '' }) => retireColumn(tx, actor, { slug, retired: true })),
  bringBack: act((tx, actor, { slug = '' }) => retireColumn(tx, actor, { slug, retired: false })),
  remove: act((tx, actor, { slug = '' }) => removeColumn(tx, actor, slug)),
  merge: async ({ request, locals: { actor, database } }) => {
    const typed = await sent(request);
    const { slug = '', into = '' } = typed;
    const outcome = await database.allOrNothing(actor, (tx) => mergeColumn(tx, actor, { slug, into }));
    if (!outcome.ok) return fail(422, { problems: outcome.problems, typed });
    return { said: words.merged(outcome.value.moved, outcome.value.left) };
  },
};
