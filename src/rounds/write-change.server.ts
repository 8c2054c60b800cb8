import { eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { roundWords as words } from '#language/words/rounds.ts';
import { notify } from '#notifications/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { officersOfUnits, unitsOfZone } from './read-people.server.ts';
import { canKeepRounds, problemsOf, roundChange, type RoundChange } from './round.ts';
import { roundAnswers, rounds } from './tables.server.ts';
import { lockRound } from './write.server.ts';

type RoundRow = NonNullable<Awaited<ReturnType<typeof lockRound>>>;
type Said = Pick<RoundRow, 'titleZh' | 'titleEn' | 'questionZh' | 'questionEn' | 'dueOn'>;

interface Changing {
  readonly changes: RoundChange;
  readonly today: string;
}

/** Changes what was asked or until when, and asks further blocks; those asked before hear of another day or question. */
export async function changeRound(tx: Tx, actor: Actor, { changes, today }: Changing): Promise<Outcome<null>> {
  const parsed = roundChange.safeParse(changes);
  if (!parsed.success) return refused(...problemsOf(parsed.error));
  const { id, revision, units, ...said } = parsed.data;
  const row = await lockRound(tx, actor, id);
  if (!row) return refused({ says: words.notFound });
  const wrong = whyNot(actor, row, { revision, dueOn: said.dueOn, today });
  if (wrong) return refused(wrong);
  const asked = await unitsAsked(tx, id);
  const added = [...new Set(units)].filter((unit) => !asked.includes(unit));
  if ((await unitsOfZone(tx, row.zoneCode, added)).length < added.length)
    return refused({ field: 'units', says: words.unitsWrong });
  const before = saidIn(row);
  const differences = {
    ...changesBetween<Said>(before, said),
    ...(added.length > 0 ? { blocks: [asked.length, asked.length + added.length] as const } : {}),
  };
  if (Object.keys(differences).length === 0) return done(null);
  await tx
    .update(rounds)
    .set({ ...said, revision: row.revision + 1, updatedAt: sql`now()` })
    .where(eq(rounds.id, id));
  if (added.length > 0)
    await tx.insert(roundAnswers).values(added.map((unitId) => ({ roundId: id, zoneCode: row.zoneCode, unitId })));
  const what = { kind: 'round', record: String(id), action: 'change', changes: differences };
  await remember(tx, actor, { ...what, zone: row.zoneCode });
  await tell(tx, { id, before, said, asked, added });
  return done(null);
}

interface Asked {
  readonly revision: number;
  readonly dueOn: string;
  readonly today: string;
}

function whyNot(actor: Actor, row: RoundRow, { revision, dueOn, today }: Asked): Problem | undefined {
  if (!canKeepRounds(actor, row.zoneCode)) return { says: words.notYours };
  if (row.state === 'closed') return { says: words.reopenFirst };
  if (row.revision !== revision) return { field: 'revision', says: words.roundChanged };
  return dueOn !== row.dueOn && dueOn < today ? { field: 'dueOn', says: words.dueWrong } : undefined;
}

function saidIn({ titleZh, titleEn, questionZh, questionEn, dueOn }: RoundRow): Said {
  return { titleZh, titleEn, questionZh, questionEn, dueOn };
}

async function unitsAsked(tx: Tx, round: number): Promise<number[]> {
  const rows = await tx.select({ unit: roundAnswers.unitId }).from(roundAnswers).where(eq(roundAnswers.roundId, round));
  return rows.map(({ unit }) => unit);
}

interface Told {
  readonly id: number;
  readonly before: Said;
  readonly said: Said;
  readonly asked: readonly number[];
  readonly added: readonly number[];
}

async function tell(tx: Tx, { id, before, said, asked, added }: Told): Promise<void> {
  const title = { zh: said.titleZh, en: said.titleEn || said.titleZh };
  const about = { kind: 'task', path: `/desk/rounds/${id}` } as const;
  if (added.length > 0)
    await notify(tx, {
      ...about,
      accounts: await officersOfUnits(tx, added),
      text: words.toldAsked(title, said.dueOn),
    });
  const isMoved = said.dueOn !== before.dueOn;
  const isReworded = said.questionZh !== before.questionZh || said.questionEn !== before.questionEn;
  if (!isMoved && !isReworded) return;
  const text = isMoved ? words.toldMoved(title, before.dueOn, said.dueOn) : words.toldReworded(title);
  await notify(tx, { ...about, accounts: await officersOfUnits(tx, asked), text });
}
