import { desc, eq } from 'drizzle-orm';
import { instructions } from '#instructions/tables.server.ts';
import type { Choice } from '#lists/list.ts';
import type { Tx } from '#platform/database.server.ts';

const mostChoices = 100;
const longest = 60;

/** The zone's latest instructions, to name one as the reason of an adjustment. */
export async function instructionChoices(tx: Tx, zone: string): Promise<Choice[]> {
  const rows = await tx
    .select()
    .from(instructions)
    .where(eq(instructions.zoneCode, zone))
    .orderBy(desc(instructions.givenOn), desc(instructions.id))
    .limit(mostChoices);
  return rows.map(({ id, leaderName, givenOn, body }) => {
    const begin = [...body.replaceAll(/\s+/g, ' ')];
    const text = `${givenOn} ${leaderName}：${begin.slice(0, longest).join('')}${begin.length > longest ? '…' : ''}`;
    return { value: String(id), label: { zh: text, en: text } };
  });
}
