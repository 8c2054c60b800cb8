import { and, eq } from 'drizzle-orm';
import { instructionsOf } from '#instructions/read.server.ts';
import type { Choice } from '#lists/list.ts';
import type { Tx } from '#platform/database.server.ts';
import type { PlanState } from './state.ts';
import { plans } from './tables.server.ts';

const longest = 60;

/** The zone's latest instructions, to name one as the reason of an adjustment. */
export async function instructionChoices(tx: Tx, zone: string): Promise<Choice[]> {
  const instructions = await instructionsOf(tx, zone);
  return instructions.map(({ id, leaderName, givenOn, body }) => {
    const begin = [...body.replaceAll(/\s+/g, ' ')];
    const text = `${givenOn} ${leaderName}：${begin.slice(0, longest).join('')}${begin.length > longest ? '…' : ''}`;
    return { value: String(id), label: { zh: text, en: text } };
  });
}

/** What a form needs that may change a plan of the zone without saying which: whether any is in force, and by what. */
export async function adjustingIn(
  tx: Tx,
  zone: string,
): Promise<{ state: PlanState; instructions: readonly Choice[] }> {
  const [one] = await tx
    .select({ id: plans.id })
    .from(plans)
    .where(and(eq(plans.zoneCode, zone), eq(plans.state, 'in-force')))
    .limit(1);
  return one
    ? { state: 'in-force', instructions: await instructionChoices(tx, zone) }
    : { state: 'draft', instructions: [] };
}
