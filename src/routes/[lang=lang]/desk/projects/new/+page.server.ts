import { fail, redirect } from '@sveltejs/kit';
import { sentTexts } from '../../../sent.server.ts';
import { inputOf } from '#projects/form.server.ts';
import type { NewProject, ProjectChange } from '#projects/input.ts';
import { canShowProject } from '#projects/project.ts';
import { alikeTo } from '#projects/read-alike.server.ts';
import { agreementsOpen } from '#projects/read-come-of.server.ts';
import { formChoices } from '#projects/read-choices.server.ts';
import { tieLead } from '#projects/write-lead.server.ts';
import { createProject } from '#projects/write.server.ts';
import { ownZones } from '../../zone-choice.server.ts';
import { sourceHere, sourceSaid } from './source.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) => {
  const zones = await ownZones(database.db, actor, ['broker', 'publisher', 'leader', 'officer']);
  return database.inTransaction(actor, async (tx) => {
    const { zone, problems, ...source } = await sourceHere(tx, actor, { query: url.searchParams, zones });
    const choices = zone === undefined ? undefined : await formChoices(tx, zone);
    const mayShow = zone !== undefined && canShowProject(actor, { zoneCode: zone });
    const isFromNothing = source.origin === 'hand' && source.parentId === null;
    const agreements = zone !== undefined && isFromNothing ? await agreementsOpen(tx, actor, zone) : [];
    return { zones, zone, zoneProblems: problems, source, choices, mayShow, agreements };
  });
};

interface Asked {
  readonly zone: string;
  readonly said: Omit<ProjectChange, 'id' | 'revision'>;
  readonly typed: Readonly<Record<string, string>>;
}

/** What looks like the project that is being added, unless a reason was given why it is none of them. */
async function alikeHere({ actor, database }: App.Locals, { zone, said, typed }: Asked) {
  if ((typed['apartReason'] ?? '').trim() !== '') return [];
  const { investorId = null, investorName = '', site = '', nameZh = '', nameEn = '' } = said;
  const asked = { zone, nameZh, nameEn, investorId, investorName, site };
  return database.inTransaction(actor, (tx) => alikeTo(tx, actor, asked));
}

export const actions: Actions = {
  add: async ({ request, locals, url }) => {
    const { actor, database, lang } = locals;
    const typed = await sentTexts(request);
    const source = sourceSaid(url.searchParams, typed);
    const said = await database.inTransaction(actor, (tx) => inputOf(tx, typed));
    if (!said.ok) return fail(422, { problems: said.problems, typed, alike: [] });
    const alike = await alikeHere(locals, { zone: source.zone, said: said.value, typed });
    if (alike.length > 0) return fail(422, { problems: [], typed, alike });
    const apart = { ...(typed['since'] && { since: typed['since'] }), apartReason: typed['apartReason'] ?? '' };
    // What is missing or wrong in it is said by the verb, which reads it as anybody's.
    const input = { ...said.value, ...source, ...apart } as NewProject;
    const made = { ...input, now: locals.now() };
    const outcome = await database.allOrNothing(actor, (tx) => createProject(tx, actor, made));
    if (!outcome.ok) return fail(422, { problems: outcome.problems, typed, alike: [] });
    redirect(303, `/${lang}/desk/projects/${outcome.value.id}?done=added`);
  },
  tie: async ({ request, locals: { actor, database, lang, now }, url }) => {
    const typed = await sentTexts(request);
    const { origin, originNote, connectionId, eventId } = sourceSaid(url.searchParams, typed);
    const lead = { id: Number(typed['project']) || 0, origin, originNote, connectionId, eventId };
    const outcome = await database.allOrNothing(actor, (tx) => tieLead(tx, actor, { ...lead, now: now() }));
    if (!outcome.ok) return fail(422, { problems: outcome.problems, typed, alike: [] });
    redirect(303, `/${lang}/desk/projects/${outcome.value.id}?done=tied`);
  },
};
