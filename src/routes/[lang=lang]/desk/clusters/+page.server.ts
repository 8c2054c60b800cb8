import { canKeepClusters } from '#clusters/cluster.ts';
import { clusterRow } from '#clusters/list.ts';
import { deskClusters, zonesClustered } from '#clusters/read-list.server.ts';
import { viewsOf } from '#lists/read.server.ts';
import { viewActions } from '../list-views.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { listFor } from './list.server.ts';

export const load: PageServerLoad = async ({ locals: { actor, database, lang }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const { list, asked } = await listFor(tx, actor, url.searchParams);
    const { clusters, next, total } = await deskClusters(tx, actor, asked);
    const rows = clusters.map((one) => clusterRow(one, lang));
    return {
      ...{ list, asked, page: { rows, total, ...(next && { next }) }, views: await viewsOf(tx, actor, list.name) },
      mayKeep: zonesClustered(actor)?.some((zone) => canKeepClusters(actor, zone)) ?? true,
    };
  });

export const actions: Actions = viewActions('clusters');
