import { planWords as words } from '#language/words/plans.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { readAll } from '#lists/read-all.ts';
import { planSheet, planSheetRow } from '#plans/plan-sheet.ts';
import { deskPlans } from '#plans/read-desk.server.ts';
import { listFor } from '../list.server.ts';
import type { RequestHandler } from './$types';

/** What the list shows under the same filters, all pages of it; the file can come back in. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const { by, rows } = await database.inTransaction(actor, async (tx) => {
    const { list, asked } = await listFor(tx, actor, url.searchParams);
    const plans = await readAll(async (after) => {
      const page = await deskPlans(tx, actor, { ...asked, after, limit: 1000 });
      return { rows: page.plans, next: page.next };
    });
    return { by: { list, asked }, rows: plans.map((plan) => planSheetRow(plan, lang)) };
  });
  return sheetAnswer({ name: words.listFile, shape: planSheet, rows, lang, by }, url.searchParams.get('format'));
};
