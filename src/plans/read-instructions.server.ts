import { instructionsOf } from '#instructions/read.server.ts';
import type { Choice } from '#lists/list.ts';
import type { Tx } from '#platform/database.server.ts';

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
