import { sql } from 'drizzle-orm';
import { isOperator, organisationsOf, zonesAs, type Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { isConnectable } from './pair.ts';
import { pairListing } from './read-pair.server.ts';
import { titlesOf } from './read-titles.server.ts';

const most = 200;

/** What the other side of a pair can be, of what is this person's own; with it given, there is nothing to choose. */
export async function pairChoices(tx: Tx, actor: Actor, { need, offer }: { need: number; offer: number }) {
  const given = await pairListing(tx, need || offer);
  const side = need ? 'need' : 'offer';
  if (given?.side !== side || !isConnectable(given, given.zoneCode)) return undefined;
  const own = await ownListings(tx, actor, side === 'need' ? 'offer' : 'need');
  const titles = await titlesOf(tx, [given.id, offer, ...own]);
  const choices = own
    .filter((id) => id !== given.id)
    .map((id) => ({ id, title: titles.get(id) ?? { zh: '', en: '' } }));
  return { given: { id: given.id, side, title: titles.get(given.id) ?? { zh: '', en: '' } } as const, choices };
}

/** Published and open: of a member's organisations, or of a broker's zones. */
async function ownListings(tx: Tx, actor: Actor, side: 'need' | 'offer'): Promise<number[]> {
  const zones = zonesAs(actor, ['broker']);
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id::text from listing where side = ${side} and state = 'published' and is_open
      and (${isOperator(actor)} or zone_code = any(${sql.param(zones)}::text[])
        or organisation_id = any(${sql.param(organisationsOf(actor))}::bigint[]))
    order by published_at desc limit ${most}`);
  return rows.map(({ id }) => Number(id));
}
