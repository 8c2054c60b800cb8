import { eq } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { plans } from './tables.server.ts';

/** Whether the plan that comes with the program was loaded and is still there. */
export async function hasSamplePlans(db: Db): Promise<boolean> {
  return (await db.$count(plans, eq(plans.sample, true))) > 0;
}
