import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { accounts, memberships } from '#accounts/tables.server.ts';
import { instructionsOf } from '#instructions/read.server.ts';
import type { Choice } from '#lists/list.ts';
import { goals, plans } from '#plans/tables.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { units } from '#profiles/tables.server.ts';
import type { FormChoices } from './form.ts';

/** All that the form of a task of a zone lets one choose from. */
export async function formChoices(tx: Tx, zone: string): Promise<FormChoices> {
  const instructions = await instructionsOf(tx, zone);
  return {
    ...(await planChoices(tx, zone)),
    units: await unitChoices(tx, zone),
    people: await peopleChoices(tx, zone),
    instructions: instructions.map(({ id, leaderName, givenOn, body }) => {
      const text = `${givenOn} ${leaderName}: ${body.slice(0, 40)}`;
      return { value: String(id), label: { zh: text, en: text } };
    }),
  };
}

async function planChoices(tx: Tx, zone: string): Promise<Pick<FormChoices, 'plans' | 'goals' | 'inForce'>> {
  const found = await tx
    .select()
    .from(plans)
    .where(and(eq(plans.zoneCode, zone), ne(plans.state, 'closed')))
    .orderBy(asc(plans.beginsOn), asc(plans.id));
  const under = await tx
    .select({ id: goals.id, plan: goals.planId, number: goals.number, zh: goals.titleZh, en: goals.titleEn })
    .from(goals)
    .innerJoin(plans, eq(plans.id, goals.planId))
    .where(and(eq(goals.zoneCode, zone), ne(plans.state, 'closed')))
    .orderBy(asc(plans.beginsOn), asc(goals.planId), asc(goals.position), asc(goals.id));
  return {
    plans: found.map(({ id, titleZh, titleEn }) => choice(id, titleZh, titleEn)),
    inForce: found.filter(({ state }) => state === 'in-force').map(({ id }) => String(id)),
    goals: under.map(({ id, plan, number, zh, en }) => ({
      ...choice(id, `${number} ${zh}`.trim(), en === '' ? '' : `${number} ${en}`.trim()),
      plan: String(plan),
    })),
  };
}

async function unitChoices(tx: Tx, zone: string): Promise<Choice[]> {
  const found = await tx
    .select()
    .from(units)
    .where(and(eq(units.zoneCode, zone), eq(units.active, true)))
    .orderBy(asc(units.position), asc(units.id));
  return found.map(({ id, nameZh, nameEn }) => choice(id, nameZh, nameEn));
}

async function peopleChoices(tx: Tx, zone: string): Promise<Choice[]> {
  const rows = await tx
    .selectDistinct({ id: accounts.id, name: accounts.name, email: accounts.email })
    .from(accounts)
    .innerJoin(memberships, eq(memberships.accountId, accounts.id))
    .where(
      and(
        eq(memberships.zoneCode, zone),
        isNull(accounts.disabledAt),
        or(eq(memberships.role, 'officer'), eq(memberships.role, 'leader'), sql`${memberships.role} = 'publisher'`),
      ),
    )
    .orderBy(asc(accounts.name), asc(accounts.id));
  return rows.map(({ id, name, email }) => choice(id, `${name} (${email})`, `${name} (${email})`));
}

function choice(id: number, zh: string, en: string): Choice {
  return { value: String(id), label: { zh, en: en || zh } };
}
