import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Found } from '#extraction/plan-found.ts';
import { proposalsIn } from '#extraction/plan.ts';
import { tasksOfSheet } from '#extraction/plan-sheet.ts';
import { remember } from '#history/write.server.ts';
import { proposalWords as words } from '#language/words/proposals.ts';
import { ownPlan, type PlanRow } from '#plans/write-adjust.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import type { SourceSheet } from '#text/official-sheet.ts';
import { fieldsFrom, type ReadingOrigin } from './proposal.ts';
import { unitChoices } from './read.server.ts';
import { saidIn } from './said-in.ts';
import { proposalReadings, proposals } from './tables.server.ts';

const longestText = 200_000;
const mostProposals = 1000;
const longestSentence = 4000;

type Read = Promise<Outcome<{ found: number }>>;

/** Reads a plan's text, as a document or as it was pasted, and proposes what it seems to say. */
export async function proposeFromText(
  tx: Tx,
  actor: Actor,
  { plan, name, text, origin }: { plan: number; name: string; text: string; origin: 'document' | 'text' },
): Read {
  const own = await readable(tx, actor, plan);
  if (!own.ok) return own;
  const clean = text.replaceAll('\u0000', '').toWellFormed().replaceAll('\r\n', '\n').trim();
  if (clean === '') return refused({ field: 'text', says: words.noText });
  if (clean.length > longestText) return refused({ field: 'text', says: words.textTooLong(longestText) });
  const found = proposalsIn(clean, yearOf(own.value));
  return keep(tx, actor, { plan: own.value, name: name || clean.replace(/\n[^]*/, '').slice(0, 60), origin, found });
}

/** Reads a list of tasks as a spreadsheet has it. */
export async function proposeFromSheet(
  tx: Tx,
  actor: Actor,
  { plan, name, sheets }: { plan: number; name: string; sheets: readonly SourceSheet[] },
): Read {
  const own = await readable(tx, actor, plan);
  if (!own.ok) return own;
  const found = tasksOfSheet(sheets, yearOf(own.value));
  if (found === undefined) return refused({ field: 'file', says: words.noTaskColumn });
  return keep(tx, actor, { plan: own.value, name, origin: 'sheet', found });
}

async function readable(tx: Tx, actor: Actor, plan: number): Promise<Outcome<PlanRow>> {
  const own = await ownPlan(tx, actor, plan);
  if (!own.ok) return own;
  return own.value.state === 'closed' ? refused({ says: words.isClosed }) : own;
}

/** Dates without a year are of the year in which the plan begins. */
function yearOf({ beginsOn }: PlanRow): number {
  return Number(beginsOn.slice(0, 4));
}

interface Kept {
  readonly plan: PlanRow;
  readonly name: string;
  readonly origin: ReadingOrigin;
  readonly found: readonly Found[];
}

async function keep(tx: Tx, actor: Actor, { plan, name, origin, found }: Kept): Read {
  const some = found.slice(0, mostProposals);
  if (some.length === 0) return refused({ field: origin === 'text' ? 'text' : 'file', says: words.nothingFound });
  const { id: planId, zoneCode } = plan;
  const said = name.replaceAll('\u0000', '').toWellFormed().slice(0, 200);
  const by = { actor: actor.id, actorName: actor.name };
  const [reading] = await tx
    .insert(proposalReadings)
    .values({ planId, zoneCode, origin, name: said || origin, ...by })
    .returning({ id: proposalReadings.id });
  if (!reading) throw new Error('a reading was not kept');
  const units = await unitChoices(tx, zoneCode);
  const numberOf = origin === 'sheet' ? await freeNumbers(tx, planId) : () => '';
  const rows = some.map(({ values, number, sentence, marks }, position) => ({
    ...{ readingId: reading.id, planId, zoneCode, position, kind: values.kind, number: number.slice(0, 40) },
    sentence: sentence.slice(0, longestSentence),
    marks: marks.filter(({ end }) => end <= longestSentence),
    ...fieldsIn({ values, number, sentence }, { units, plan, numberOf }),
  }));
  await tx.insert(proposals).values(rows);
  await hangUnder(tx, reading.id, some);
  const changes = { found: [0, rows.length], name: ['', said] } as const;
  await remember(tx, actor, { kind: 'plan', record: String(planId), action: 'text read', changes, zone: zoneCode });
  return done({ found: rows.length });
}

function fieldsIn(
  { values, number, sentence }: Pick<Found, 'values' | 'number' | 'sentence'>,
  around: Omit<Parameters<typeof fieldsFrom>[1], 'lang'>,
) {
  const lang = saidIn('title' in values ? values.title : values.name, sentence);
  return { lang, fields: fieldsFrom({ values, number }, { ...around, lang }) };
}

/** The number a list gives a task, as long as no other task of the plan has it or is proposed with it. */
async function freeNumbers(tx: Tx, plan: number): Promise<(number: string) => string> {
  const { rows } = await tx.execute<{ number: string }>(sql`
    select number from task where plan_id = ${plan} and number <> ''
    union select fields ->> 'number' from proposal where plan_id = ${plan} and kind = 'task' and state = 'open'`);
  const taken = new Set(rows.map(({ number }) => number));
  return (number) => {
    if (taken.has(number)) return '';
    taken.add(number);
    return number;
  };
}

/** Whatever stands beneath a goal of the same reading says so. */
async function hangUnder(tx: Tx, reading: number, found: readonly Pick<Found, 'under'>[]): Promise<void> {
  const hung = found.flatMap(({ under }, position) => (under === undefined ? [] : [{ position, under }]));
  if (hung.length === 0) return;
  const [places, unders] = [hung.map(({ position }) => position), hung.map(({ under }) => under)];
  await tx.execute(sql`update proposal set under_id = goal.id
    from unnest(${sql.param(places)}::int[], ${sql.param(unders)}::int[]) as given (place, under)
    join proposal goal on goal.reading_id = ${reading} and goal.position = given.under
    where proposal.reading_id = ${reading} and proposal.position = given.place`);
}
