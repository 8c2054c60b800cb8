import { dateOf } from '#language/dates.ts';
import { canDefine } from '#indicators/indicator.ts';
import { indicatorRow } from '#indicators/list.ts';
import { deskIndicators, zonesMeasured } from '#indicators/read-list.server.ts';
import { viewsOf } from '#lists/read.server.ts';
import { viewActions } from '../list-views.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { listFor } from './list.server.ts';

export const load: PageServerLoad = async ({ locals: { actor, database, lang }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const { list, asked } = await listFor(tx, actor, url.searchParams);
    const { indicators, next, total } = await deskIndicators(tx, actor, asked);
    const today = dateOf(new Date());
    const rows = indicators.map((one) => indicatorRow(one, lang, today));
    return {
      ...{ list, asked, page: { rows, total, ...(next && { next }) }, views: await viewsOf(tx, actor, list.name) },
      mayDefine: zonesMeasured(actor)?.some((zone) => canDefine(actor, zone)) ?? true,
    };
  });

export const actions: Actions = viewActions('indicators');
