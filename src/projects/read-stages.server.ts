import type { Db } from '#platform/database.server.ts';
import { gates } from './gates.ts';
import { stages } from './project.ts';
import { usualDays } from './read-facts.server.ts';
import { stageFields } from './tables.server.ts';

/** The table of stages as this installation has it: what is fixed, what was added, how long each usually takes. */
export async function stageTable(db: Db) {
  const [usual, added] = [await usualDays(db), await db.select().from(stageFields)];
  return stages.map((stage) => ({
    ...{ stage, fixed: gates[stage], usualDays: usual[stage] ?? null },
    added: added.filter((one) => one.stage === stage).map(({ need }) => need),
  }));
}
