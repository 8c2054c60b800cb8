import { desc, eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { stateOfLetter, type LetterState, type Reader } from '#tasks/letter.ts';
import { readersOf, type Readers } from '#tasks/read-readers.server.ts';
import { lastDoer, type SlipRow } from './read-row.server.ts';
import { inBoth, isStepFrom } from './slip.ts';
import { slipEvents, slipLetters, slips } from './tables.server.ts';

/** A letter with what it is about, and as whom its reader answers. */
export interface OpenedSlip {
  readonly state: LetterState;
  readonly slip: SlipRow;
  readonly reader: Reader;
  readonly expiresAt: Date;
  readonly actor: Actor;
}

/** Who can answer for a slip with a letter: its person, else the officers of its unit; and the head of the unit. */
export async function answerersOf(db: Db, slip: SlipRow): Promise<Readers> {
  const { id, unitId: leadUnitId, personName, personEmail } = slip;
  if (leadUnitId === null) return { people: [], heads: [] };
  const { rows } = await db.execute<{ id: string }>(sql`select id from account
    where ${personEmail}::text <> '' and lower(email) = lower(${personEmail}) and disabled_at is null`);
  const personAccountId = rows[0] ? Number(rows[0].id) : null;
  const asked = { id, leadUnitId, personName, personEmail, personAccountId };
  return (await readersOf(db, [asked], 'slip')).get(id) ?? { people: [], heads: [] };
}

/** What a secret opens; undefined where it is none of ours. Needs the eyes of the site itself. */
export async function openSlipLetter(db: Db, token: string, now: Date): Promise<OpenedSlip | undefined> {
  const [found] = await db
    .select({ letter: slipLetters, slip: slips })
    .from(slipLetters)
    .innerJoin(slips, eq(slips.id, slipLetters.slipId))
    .where(eq(slipLetters.token, token));
  if (!found) return undefined;
  const { letter, slip } = found;
  const { people, heads } = await answerersOf(db, slip);
  const reader = [...people, ...heads].find((one) => one.email === letter.email && one.accountId === letter.accountId);
  const { expiresAt, replacedAt, reader: role, name, email, accountId, lang } = letter;
  const facts = { expiresAt, replacedAt, isTaskOpen: isStepFrom(slip.state, 'answer'), isTheirs: reader !== undefined };
  return {
    ...{ state: stateOfLetter(facts, now), slip, expiresAt, actor: actorOf(letter, slip) },
    reader: reader ?? { role, name, email, accountId, lang, wish: 'at-once' },
  };
}

/** Whoever has an account answers as that account; others as the letter they were sent. */
function actorOf({ id, accountId, name, email }: typeof slipLetters.$inferSelect, slip: SlipRow): Actor {
  const { zoneCode: zone, unitId: unit } = slip;
  const memberships = [{ role: 'officer' as const, zone, ...(unit !== null && { unit }) }];
  const said = { name: name === '' ? email : name, memberships };
  return accountId === null ? { id: `slip-letter:${id}`, ...said } : { id: `account:${accountId}`, accountId, ...said };
}

/** A slip as somebody with a letter sees it: what is demanded, by when, and what was said last. */
export interface AskedSlip {
  readonly reference: string;
  readonly title: TwoText;
  readonly demand: TwoText;
  readonly colour: SlipRow['colour'];
  readonly dueOn: string | null;
  /** A date given for a hard matter is its plan, which is given once. */
  readonly isPlanAsked: boolean;
  readonly last: { readonly note: string; readonly on: string; readonly by: string } | undefined;
}

export async function askedSlip(db: Db, slip: SlipRow): Promise<AskedSlip> {
  const { reference, title, titleEn, demand, demandEn, colour, nextDueOn: dueOn, difficulty } = slip;
  const [last] = await db
    .select({ note: slipEvents.note, on: slipEvents.happenedOn, by: slipEvents.actorName })
    .from(slipEvents)
    .where(
      sql`${slipEvents.slipId} = ${slip.id} and ${slipEvents.kind} in ('answered', 'dated-plan', 'recheck-failed')`,
    )
    .orderBy(desc(slipEvents.id))
    .limit(1);
  return {
    ...{ reference, title: inBoth(title, titleEn), demand: inBoth(demand, demandEn), colour, dueOn, last },
    isPlanAsked: difficulty === 'hard' && (await lastDoer(db, slip.id, 'dated-plan')) === undefined,
  };
}
