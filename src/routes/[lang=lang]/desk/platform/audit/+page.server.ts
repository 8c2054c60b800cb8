import { auditList, deedRow } from '#audit/audit.ts';
import { auditChoices, readHistory } from '#audit/read.server.ts';
import { isOperator } from '#accounts/actor.ts';
import { checkChain } from '#history/chain.server.ts';
import { askedOf } from '#lists/address.ts';
import type { PageServerLoad } from './$types';

/** Enough to notice soon; `yuanlian doctor` looks at all of it. */
const lookedAt = 1000;

export const load: PageServerLoad = async ({ locals: { actor, database, lang }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const { kinds, actions } = await auditChoices(tx, actor);
    const list = auditList(kinds, actions);
    const asked = askedOf(list, url.searchParams);
    const { deeds, next, total } = await readHistory(tx, actor, asked);
    const page = { rows: deeds.map((deed) => deedRow(deed, lang)), total, ...(next && { next }) };
    return { list, asked, page, chain: isOperator(actor) ? await checkChain(tx, lookedAt) : undefined };
  });
