import { fail, redirect } from '@sveltejs/kit';
import { withReceived, type Received } from '#files/receive.server.ts';
import { aboutKinds, aboutNamed, type About } from '#instructions/instruction.ts';
import { dateOf } from '#language/dates.ts';
import { instructionWords } from '#language/words/instructions.ts';
import { slipWords } from '#language/words/slips.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import type { Tx } from '#platform/database.server.ts';
import { recordsMeant, type AboutRecordView } from '#slips/read-about.server.ts';
import { giveInstruction } from '#slips/write-instruct.server.ts';
import { keptPaper } from '../../paper.server.ts';
import { dayIn, numberIn, writtenIn, type Typed } from '../../slips/form.server.ts';
import { zoneMeant } from '../../zone-choice.server.ts';
import type { RequestEvent } from './$types';

/** An instruction with its paper, what it is about, and the slip it starts where it starts one. */
export async function record({ locals, request, url }: RequestEvent) {
  const named = url.searchParams.get('about') ?? '';
  const answer = await withReceived(request, (received) => takeIn(locals, named, received));
  if ('says' in answer)
    return fail(answer.status, { problems: [{ field: 'file', says: answer.says }], typed: answer.typed });
  if (!answer.outcome.ok) return fail(422, { problems: answer.outcome.problems, typed: answer.typed });
  const { slip } = answer.outcome.value;
  redirect(303, slip ? `/${locals.lang}/desk/slips/${slip}?did` : `/${locals.lang}/desk/instructions?did`);
}

async function takeIn(locals: App.Locals, named: string, received: Received) {
  const typed: Record<string, string> = Object.fromEntries(received.fields);
  const zone = await zoneMeant(locals.database.db, (typed['zone'] ?? '').slice(0, 100));
  if (!zone.ok) return { outcome: zone, typed };
  const paper = await keptPaper(locals, { zone: zone.value, received });
  if (!paper.ok) return { outcome: paper, typed };
  const outcome = await locals.database.allOrNothing(locals.actor, async (tx) => {
    const about = await aboutMeant(tx, { zone: zone.value, named, typed });
    if (!about.ok) return about;
    const instruction = { ...writtenIn(typed), zone: zone.value, about: about.value, document: paper.value };
    const asked = { instruction, today: dateOf(locals.now()), ...(typed['starts'] && { starts: startsIn(typed) }) };
    return giveInstruction(tx, locals.actor, asked);
  });
  return { outcome, typed };
}

function startsIn({ title = '', difficulty = '', unitId, personName = '', until }: Typed) {
  return { title, difficulty, unitId: numberIn(unitId), personName, until: dayIn(until) };
}

interface Meant {
  readonly zone: string;
  readonly named: string;
  readonly typed: Typed;
}

/** The record that the address names, or the one that is meant by a kind and a name or number. */
async function aboutMeant(tx: Tx, { zone, named, typed }: Meant): Promise<Outcome<About | null>> {
  const kind = aboutKinds.find((one) => one === typed['aboutKind']);
  const text = (typed['aboutText'] ?? '').replaceAll('\u0000', '').trim().slice(0, 200);
  if (!kind || text === '') return done(aboutNamed(named) ?? null);
  if (kind === 'slip') return refused({ field: 'aboutKind', says: instructionWords.onSlip });
  return onlyOf(await recordsMeant(tx, zone, { kind, text }));
}

function onlyOf(found: readonly AboutRecordView[]): Outcome<About> {
  const [only, ...others] = found;
  if (!only) return refused({ field: 'aboutText', says: slipWords.noSuchRecord });
  const names = found.map(({ name }) => name.zh).join('、');
  if (others.length > 0) return refused({ field: 'aboutText', says: slipWords.severalRecords(names) });
  return done({ kind: only.kind, id: only.id });
}
