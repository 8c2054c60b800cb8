import { error, fail, redirect } from '@sveltejs/kit';
import type { Actor } from '#accounts/actor.ts';
import { translationFrom, typedFrom, typedOf, typedTexts, type Typed } from '#listings/form.ts';
import { sidePaths, type Side } from '#listings/listing.ts';
import { listingAtDesk } from '#listings/read-desk.server.ts';
import { contentSaid } from '#listings/read-said.server.ts';
import { saveListing } from '#listings/write-save.server.ts';
import { saveTranslation } from '#listings/write-translation.server.ts';
import type { Database } from '#platform/database.server.ts';
import type { Outcome, Problem } from '#platform/outcome.ts';
import { seenIn } from './steps.server.ts';
import type { RequestEvent } from './$types';

/** Keeps what is written in the language it was begun in. */
export async function save({ locals, params: { id, side }, request }: RequestEvent) {
  const { actor, database, lang } = locals;
  const form = await request.formData();
  const typed = typedFrom(form);
  const seen = seenIn(form);
  const outcome = await database.allOrNothing(actor, async (tx) => {
    const content = await contentSaid(tx, side, typed);
    return content.ok ? saveListing(tx, actor, { id, seen, content: content.value }) : content;
  });
  if (outcome.ok) redirect(303, `/${lang}/desk/${sidePaths[side]}/${id}?did=save`);
  const kept = isStale(outcome) ? await keptNow(database, actor, { id, side }) : undefined;
  return fail(422, { problems: plain(outcome.problems), typed, targetNames: [], kept });
}

const madeHows = ['human', 'machine', 'reviewed'] as const;

/** Keeps the translation. */
export async function translate({ locals, params: { id, side }, request }: RequestEvent) {
  const { actor, database, lang } = locals;
  const form = await request.formData();
  const typed = typedFrom(form);
  const targetNames = form.getAll('targetName').map(String);
  const texts = translationFrom(side, typed, targetNames);
  const listing = await database.inTransaction(actor, (tx) => listingAtDesk(tx, actor, { id, side }));
  if (!listing) error(404);
  const textLang = listing.translation.lang;
  const madeHow = madeHows.find((how) => how === typed.text['madeHow']) ?? 'human';
  const asked = { id, seen: seenIn(form), lang: textLang, madeHow };
  const outcome = await database.allOrNothing(actor, async (tx) =>
    texts.ok ? saveTranslation(tx, actor, { ...asked, texts: texts.value }) : texts,
  );
  if (outcome.ok) redirect(303, `/${lang}/desk/${sidePaths[side]}/${id}?edition=${textLang}&did=save`);
  const { revision, translation } = listing;
  const kept = isStale(outcome) ? { typed: typedTexts(translation.texts), revision } : undefined;
  return fail(422, { problems: plain(outcome.problems), typed, targetNames, kept });
}

interface Kept {
  readonly typed: Typed;
  readonly revision: number;
}

function isStale(outcome: Outcome<unknown>): boolean {
  return !outcome.ok && outcome.problems.some(({ field }) => field === 'revision');
}

/** What another has saved meanwhile, to be held against what was typed. */
async function keptNow(database: Database, actor: Actor, asked: { id: number; side: Side }): Promise<Kept | undefined> {
  const listing = await database.inTransaction(actor, (tx) => listingAtDesk(tx, actor, asked));
  return listing && { typed: typedOf(listing.content, listing.disciplines), revision: listing.revision };
}

/** The revision has no field to lead to. */
function plain(problems: readonly Problem[]): Problem[] {
  return problems.map(({ field, says }) => (field === undefined || field === 'revision' ? { says } : { field, says }));
}
