import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { units } from '#profiles/tables.server.ts';
import type { Known } from './known.ts';
import { canReadRounds, type AnswerState, type RoundState } from './round.ts';
import { roundAnswers, rounds } from './tables.server.ts';

export interface AnswerView {
  readonly unit: number;
  readonly name: TwoText;
  readonly state: AnswerState;
  readonly body: string;
  readonly known: Known | null;
  readonly handedInOn: string | null;
  readonly handedInName: string;
  readonly comment: string;
  readonly revision: number;
}

export interface RoundView {
  readonly id: number;
  readonly zone: string;
  readonly title: TwoText;
  readonly question: TwoText;
  readonly dueOn: string;
  readonly state: RoundState;
  readonly sample: boolean;
  readonly askerName: string;
  readonly answers: readonly AnswerView[];
}

/** A round with the answers of all its blocks, in the order of the zone; another zone's is none. */
export async function roundOf(db: Db, actor: Actor, id: number): Promise<RoundView | undefined> {
  const [row] = await db.select().from(rounds).where(eq(rounds.id, id));
  if (!row || !canReadRounds(actor, row.zoneCode)) return undefined;
  const answers = await db
    .select({ answer: roundAnswers, nameZh: units.nameZh, nameEn: units.nameEn })
    .from(roundAnswers)
    .innerJoin(units, eq(units.id, roundAnswers.unitId))
    .where(eq(roundAnswers.roundId, id))
    .orderBy(asc(units.position), asc(units.id));
  return {
    ...{ id, zone: row.zoneCode, title: two(row.titleZh, row.titleEn), question: two(row.questionZh, row.questionEn) },
    ...{ dueOn: row.dueOn, state: row.state, sample: row.sample, askerName: row.askerName },
    answers: answers.map(({ answer, nameZh, nameEn }) => ({
      ...{ unit: answer.unitId, name: two(nameZh, nameEn), state: answer.state, body: answer.body },
      ...{ known: answer.known, handedInOn: answer.handedInOn, handedInName: answer.handedInName },
      ...{ comment: answer.comment, revision: answer.revision },
    })),
  };
}

/** A round as the form that changes it has it, with the blocks that were asked. */
export async function roundTyped(db: Db, round: RoundView) {
  const [row] = await db.select().from(rounds).where(eq(rounds.id, round.id));
  if (!row) return undefined;
  const { titleZh, titleEn, questionZh, questionEn, dueOn, revision } = row;
  const typed = { titleZh, titleEn, questionZh, questionEn, dueOn, revision: String(revision) };
  const asked = new Set(round.answers.map(({ unit }) => unit));
  const units = await blocksToAsk(db, [row.zoneCode]);
  return { typed, units: units.filter(({ id }) => !asked.has(id)) };
}

export interface BlockChoice {
  readonly id: number;
  readonly zone: string;
  readonly name: TwoText;
  readonly isBlock: boolean;
}

/** Blocks and units that can be asked, of these zones; blocks first. */
export async function blocksToAsk(db: Db, zones: readonly string[]): Promise<BlockChoice[]> {
  if (zones.length === 0) return [];
  const rows = await db
    .select()
    .from(units)
    .where(and(inArray(units.zoneCode, [...zones]), eq(units.active, true)))
    .orderBy(asc(units.zoneCode), asc(sql`${units.kind} <> 'block'`), asc(units.position), asc(units.id));
  return rows.map(({ id, zoneCode, nameZh, nameEn, kind }) => ({
    ...{ id, zone: zoneCode, name: two(nameZh, nameEn), isBlock: kind === 'block' },
  }));
}

function two(zh: string, en: string): TwoText {
  return { zh, en: en === '' ? zh : en };
}
