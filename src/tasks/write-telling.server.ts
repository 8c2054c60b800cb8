import { eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import { taskWords as words } from '#language/words/tasks.ts';
import { notify } from '#notifications/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { keepersOf, officersOf } from './read-people.server.ts';
import { workOf } from './read-row.server.ts';
import { tasks } from './tables.server.ts';

type Says = (title: TwoText) => TwoText;

/** Tells the officers of its units, and the person it names, something of a task. */
export async function tellUnits(tx: Tx, actor: Actor, { id, says }: { id: number; says: Says }): Promise<void> {
  const [row] = await tx.select().from(tasks).where(eq(tasks.id, id));
  if (!row) return;
  const { units } = await workOf(tx, row);
  const officers = await officersOf(tx, row.zoneCode, units);
  const all = row.personAccountId === null ? officers : [...officers, row.personAccountId];
  await tell(tx, actor, { id, accounts: all, text: says(titleOf(row)) });
}

/** Tells those who keep the tasks of the zone. */
export async function tellKeepers(tx: Tx, actor: Actor, { id, says }: { id: number; says: Says }): Promise<void> {
  const [row] = await tx.select().from(tasks).where(eq(tasks.id, id));
  if (row) await tell(tx, actor, { id, accounts: await keepersOf(tx, row.zoneCode), text: says(titleOf(row)) });
}

/** What is told when a task comes to a unit. */
export function tellAssigned(tx: Tx, actor: Actor, id: number): Promise<void> {
  return tellUnits(tx, actor, { id, says: words.toldAssigned });
}

interface Told {
  readonly id: number;
  readonly accounts: readonly number[];
  readonly text: TwoText;
}

/** Who did it knows. */
async function tell(tx: Tx, actor: Actor, { id, accounts, text }: Told): Promise<void> {
  const others = accounts.filter((one) => one !== actor.accountId);
  await notify(tx, { accounts: others, kind: 'task', text, path: `/desk/tasks/${id}` });
}

function titleOf({ titleZh, titleEn }: { titleZh: string; titleEn: string }): TwoText {
  return { zh: titleZh, en: titleEn || titleZh };
}
