import { planWords as words } from '#language/words/plans.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { eachRow } from '#lists/read-all.ts';
import { planSheet, planSheetRow } from '#plans/plan-sheet.ts';
import { deskPlans } from '#plans/read-desk.server.ts';
import { listFor } from '../list.server.ts';
import type { RequestHandler } from './$types';

/** What the list shows under the same filters, all pages of it; the file can come back in. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const by = await database.inTransaction(actor, (tx) => listFor(tx, actor, url.searchParams));
  const rows = eachRow((after) =>
    database.inTransaction(actor, async (tx) => {
      const { plans, next } = await deskPlans(tx, actor, { ...by.asked, after, limit: 1000 });
      return { rows: plans.map((plan) => planSheetRow(plan, lang)), next };
    }),
  );
  return sheetAnswer({ name: words.listFile, shape: planSheet, rows, lang, by }, url.searchParams.get('format'));
};
