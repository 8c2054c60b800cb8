import { and, asc, desc, eq, ilike, inArray, or, sql, type SQL } from 'drizzle-orm';
import { zonesWhere, type Actor } from '#accounts/actor.ts';
import { inBoth } from '#events/event.ts';
import type { Asked } from '#lists/address.ts';
import { cursorAt, keysetOf, type SortKey } from '#lists/keyset.server.ts';
import { countedTo } from '#lists/list.ts';
import type { Tx } from '#platform/database.server.ts';
import { zones } from '#zones/tables.server.ts';
import { containing } from '#text/like.ts';
import type { DeskPlan } from './list.ts';
import { canReadPlans } from './plan.ts';
import { planCells } from './plan-sheet.ts';
import { planStates } from './state.ts';
import { plans } from './tables.server.ts';

const sortKeys: Readonly<Record<string, SortKey>> = {
  begins: { by: sql`${plans.beginsOn}`, type: 'date' },
  ends: { by: sql`${plans.endsOn}`, type: 'date' },
};
const id = sql`${plans.id}`;
const hanging = {
  goals: sql<number>`(select count(*)::int from goal where plan_id = ${plans.id})`,
  tasks: sql<number>`(select count(*)::int from task where plan_id = ${plans.id} and task.state <> 'cancelled')`,
  red: sql<number>`(select count(*)::int from task where plan_id = ${plans.id} and task.light = 'red')`,
};

/** The plans of the zones whose people this person is of, a page at a time. */
export async function deskPlans(tx: Tx, actor: Actor, { limit = 50, ...asked }: Asked & { limit?: number }) {
  const keyset = keysetOf(asked, sortKeys, id);
  const by = sortKeys[asked.sort.key]?.by;
  if (!keyset || !by) throw new Error(`plans are not sorted by ${asked.sort.key}`);
  const where = and(...conditions(actor, asked));
  const order = asked.sort.descending ? desc : asc;
  const rows = await tx
    .select({ plan: plans, zone: zones, ...hanging, at: sql<string>`${by}::text` })
    .from(plans)
    .innerJoin(zones, eq(zones.code, plans.zoneCode))
    .where(and(where, keyset.where))
    .orderBy(order(by), order(plans.id))
    .limit(limit + 1);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    plans: rows.slice(0, limit).map(listed),
    next: last && cursorAt(last.at, String(last.plan.id)),
    total: await countTo(tx, where),
  };
}

async function countTo(tx: Tx, where: SQL | undefined): Promise<number> {
  const [counted] = await tx.select({ total: sql<number>`count(*)::int` }).from(
    tx
      .select({ id: plans.id })
      .from(plans)
      .where(where)
      .limit(countedTo + 1)
      .as('found'),
  );
  return counted?.total ?? 0;
}

interface Listed extends Pick<DeskPlan, 'goals' | 'tasks' | 'red'> {
  readonly plan: typeof plans.$inferSelect;
  readonly zone: typeof zones.$inferSelect;
}

function listed({ plan, zone, goals, tasks, red }: Listed): DeskPlan {
  const { id: number, state, isPublic, sample, version, beginsOn, endsOn, documentNumber } = plan;
  return {
    ...{ id: number, state, isPublic, sample, version, beginsOn, endsOn, documentNumber, goals, tasks, red },
    title: inBoth(plan.titleZh, plan.titleEn),
    issuer: inBoth(plan.issuerZh, plan.issuerEn),
    kept: planCells(plan),
    zoneName: { zh: zone.nameZh, en: zone.nameEn },
  };
}

function conditions(actor: Actor, { filters: { q, state, zone } }: Asked): (SQL | undefined)[] {
  return [
    readable(actor),
    zone ? eq(plans.zoneCode, zone) : undefined,
    q ? named(q) : undefined,
    state
      ? inArray(
          plans.state,
          planStates.filter((one) => one === state),
        )
      : undefined,
  ];
}

/** The zones whose plans this person reads; undefined for an operator, who reads those of all. */
export function zonesOfPlans(actor: Actor, may: typeof canReadPlans = canReadPlans): string[] | undefined {
  return zonesWhere(actor, (zone) => may(actor, zone));
}

function readable(actor: Actor): SQL | undefined {
  const own = zonesOfPlans(actor);
  return own && inArray(plans.zoneCode, own);
}

function named(text: string): SQL | undefined {
  const like = containing(text);
  return or(ilike(plans.titleZh, like), ilike(plans.titleEn, like), ilike(plans.documentNumber, like));
}

/** A plan as its zone's people see it; undefined for another zone's, as when there is none. */
export async function planOfDesk(tx: Tx, actor: Actor, plan: number) {
  const [row] = await tx.select().from(plans).where(eq(plans.id, plan));
  return row && canReadPlans(actor, row.zoneCode) ? row : undefined;
}
