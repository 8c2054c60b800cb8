import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#accounts/actor.ts';
import { groupFields, suggestionFields } from '#indicators/improvement.ts';
import { improvementTemplate } from '#indicators/read-improvements.server.ts';
import { putGroup, putSuggestion, removeGroup, removeSuggestion } from '#indicators/write-improvements.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { shownField } from '#profiles/field.ts';
import { cellsSent } from '../../cells.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) => ({
  template: await database.inTransaction(actor, (tx) => improvementTemplate(tx)),
  fields: { group: groupFields.map(shownField), suggestion: suggestionFields.map(shownField) },
  asked: { group: url.searchParams.get('group'), suggestion: url.searchParams.get('suggestion') },
  said: (['saved', 'removed'] as const).find((word) => url.searchParams.has(word)),
});

type Sent = Readonly<Record<string, string>>;
const numberIn = (text: string | undefined) => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : 0);

const by =
  (
    part: 'group' | 'suggestion',
    keep: (tx: Tx, actor: Actor, sent: Sent) => Promise<Outcome<unknown>>,
    said = 'saved',
  ) =>
  async ({ request, locals: { actor, database }, url }: RequestEvent) => {
    const typed = cellsSent(await request.formData());
    const outcome = await database.allOrNothing(actor, (tx) => keep(tx, actor, typed));
    return outcome.ok
      ? redirect(303, `${url.pathname}?${said}`)
      : fail(422, { problems: outcome.problems, typed, part });
  };

export const actions: Actions = {
  group: by('group', (tx, actor, { was = '', ...cells }) => putGroup(tx, actor, { was, cells })),
  suggestion: by('suggestion', (tx, actor, { id = '', group = '', ...cells }) =>
    putSuggestion(tx, actor, { id: id === '' ? undefined : numberIn(id), group, cells }),
  ),
  removeGroup: by('group', (tx, actor, { key = '' }) => removeGroup(tx, actor, key), 'removed'),
  removeSuggestion: by('suggestion', (tx, actor, { id }) => removeSuggestion(tx, actor, numberIn(id)), 'removed'),
};
