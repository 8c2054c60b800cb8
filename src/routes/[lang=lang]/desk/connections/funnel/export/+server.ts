import { funnelQuery, shareOf } from '#connections/funnel.ts';
import { funnelFor } from '#connections/read-funnel.server.ts';
import { connectionWords } from '#language/words/connections.ts';
import { funnelWords as words } from '#language/words/funnel.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import type { SheetShape } from '#lists/sheet.ts';
import type { RequestHandler } from './$types';

const shape: SheetShape = {
  columns: [
    { key: 'step', title: words.step },
    { key: 'count', title: words.count },
    { key: 'share', title: words.sharePercent },
    { key: 'days', title: words.days },
    { key: 'amount', title: words.amountYuan },
  ],
};

/** The figures of the page as a table: the steps, then why others ended. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const query = funnelQuery.parse(Object.fromEntries(url.searchParams));
  const { steps, losses, amount } = await database.inTransaction(actor, (tx) => funnelFor(tx, query));
  const rows = [
    ...steps.map(({ step, count, days }, place) => ({
      ...{ step: words.steps[step][lang], count: String(count), share: String(shareOf(steps, place) ?? '') },
      ...{ days: days?.toFixed(1) ?? '', amount: step === 'agreement' ? String(amount) : '' },
    })),
    ...losses.map(({ reason, count }) => ({
      step: `${words.losses[lang]}: ${connectionWords.reasons[reason][lang]}`,
      count: String(count),
    })),
  ];
  return sheetAnswer({ name: words.fileName, shape, rows, lang }, url.searchParams.get('format'));
};
