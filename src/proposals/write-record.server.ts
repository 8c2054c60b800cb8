import { and, eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { createCluster } from '#clusters/write.server.ts';
import { createIndicator } from '#indicators/write.server.ts';
import type { TypedAdjustment } from '#plans/adjustment.ts';
import { saveGoal } from '#plans/write-goals.server.ts';
import type { PlanRow } from '#plans/write-adjust.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { createTask } from '#tasks/write.server.ts';
import { clusterFields, goalFields, indicatorFields, taskFields } from './proposal.ts';
import { inOne, isMoney } from './said-in.ts';
import { proposals } from './tables.server.ts';

export type ProposalRow = typeof proposals.$inferSelect;

interface Making {
  readonly row: ProposalRow;
  readonly plan: PlanRow;
  readonly adjustment: TypedAdjustment;
}

/** Makes the record of a proposal through the verb of its noun; the record keeps the sentence it was taken from. */
export async function makeRecord(tx: Tx, actor: Actor, making: Making): Promise<Outcome<{ id: number }>> {
  const goalId = await goalAbove(tx, making.row);
  return makers[making.row.kind](tx, actor, { ...making, goalId });
}

interface Made extends Making {
  readonly goalId: number | null;
}
type Maker = (tx: Tx, actor: Actor, made: Made) => Promise<Outcome<{ id: number }>>;

const makers: Readonly<Record<ProposalRow['kind'], Maker>> = {
  goal: (tx, actor, { row, plan, adjustment, goalId }) => {
    const titled = goalFields.parse(row.fields);
    const parent = goalId === null ? '' : String(goalId);
    const fields = { parent, ...titled, sentence: row.sentence };
    return saveGoal(tx, actor, { plan: plan.id, fields, adjustment });
  },
  indicator: (tx, actor, { row, plan, adjustment, goalId }) => {
    const { value, on, ...named } = indicatorFields.parse(row.fields);
    return createIndicator(tx, actor, {
      ...{ zone: plan.zoneCode, planId: plan.id, goalId, ...named },
      ...{ ...inOne('definition', row.sentence.slice(0, 2000), row.lang), ...countedBy(named.measureZh, on) },
      decimals: Math.min(4, String(value).split('.')[1]?.length ?? 0),
      targets: [{ end: on, value }],
      adjustment,
    });
  },
  cluster: (tx, actor, { row, plan, adjustment }) => {
    const summary = inOne('summary', row.sentence.slice(0, 2000), row.lang);
    const named = clusterFields.parse(row.fields);
    return createCluster(tx, actor, { zone: plan.zoneCode, planId: plan.id, ...named, ...summary, adjustment });
  },
  task: (tx, actor, { row, plan, adjustment, goalId }) => {
    const { lead, co, ...said } = taskFields.parse(row.fields);
    const coUnits = co === '' ? [] : co.split(' ').map(Number);
    return createTask(tx, actor, {
      ...{ zone: plan.zoneCode, planId: plan.id, goalId, ...said, ...inOne('detail', row.sentence, row.lang) },
      ...{ leadUnitId: lead, coUnits: coUnits.filter((unit) => unit !== lead), adjustment },
    });
  },
};

/** Money is counted through a year, everything else stands at its end; the target's day says how often. */
function countedBy(measureZh: string, on: string) {
  const accumulation = isMoney(measureZh) ? ('cumulative' as const) : ('point' as const);
  if (on.endsWith('-12-31')) return { period: 'year' as const, accumulation };
  const isQuarter = /-(?:03-31|06-30|09-30)$/.test(on);
  return { period: isQuarter ? ('quarter' as const) : ('month' as const), accumulation };
}

/** The goal that the proposal above it became; declined or still open, there is none. */
async function goalAbove(tx: Tx, { underId }: ProposalRow): Promise<number | null> {
  if (underId === null) return null;
  const [goal] = await tx
    .select({ record: proposals.record })
    .from(proposals)
    .where(and(eq(proposals.id, underId), eq(proposals.kind, 'goal')));
  return goal?.record ?? null;
}
