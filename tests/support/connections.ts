import { sql } from 'drizzle-orm';
import type { Actor, Membership } from '#accounts/actor.ts';
import { accept } from '#connections/write-answer.server.ts';
import { recordAgreement } from '#connections/write-agreement.server.ts';
import { move } from '#connections/write-move.server.ts';
import { proposePair } from '#connections/write-propose.server.ts';
import type { ConnectionState } from '#connections/state.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { twoZones } from './zones.ts';

async function number(tx: Tx, statement: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(statement);
  return Number(rows[0]?.id);
}

/** An account with one membership, as an actor. */
export async function person(tx: Tx, name: string, membership: Membership): Promise<Actor & { accountId: number }> {
  const { role, zone = null, organisation = null } = membership;
  const id = await number(
    tx,
    sql`insert into account (name, email) values (${name}, ${`${name}@example.org`}) returning id`,
  );
  await tx.execute(sql`insert into membership (account_id, role, zone_code, organisation_id)
    values (${id}, ${role}, ${zone}, ${organisation})`);
  return { id: `account:${id}`, accountId: id, name, memberships: [membership] };
}

interface Organisation {
  readonly kind: 'enterprise' | 'institute';
  readonly zone: string;
  readonly name: string;
  readonly isPublic?: boolean;
}

export function organisation(tx: Tx, { kind, zone, name, isPublic = true }: Organisation): Promise<number> {
  return number(
    tx,
    sql`insert into organisation (kind, zone_code, name_zh, is_public) values (${kind}, ${zone}, ${name}, ${isPublic}) returning id`,
  );
}

interface Listing {
  readonly side: 'need' | 'offer';
  readonly organisation: number;
  readonly zone: string;
  readonly title: string;
  readonly isAnonymous?: boolean;
  readonly state?: 'published' | 'checked';
}

export async function listing(tx: Tx, given: Listing): Promise<number> {
  const { side, organisation: of, zone, title, isAnonymous = false, state = 'published' } = given;
  const id = await number(
    tx,
    sql`insert into listing (side, kind, organisation_id, zone_code, state, published_at, is_anonymous, original_lang)
      values (${side}, 'technology', ${of}, ${zone}, ${state}, now(), ${isAnonymous}, 'zh') returning id`,
  );
  await tx.execute(sql`insert into listing_edition (listing_id, lang, title, summary)
    values (${id}, 'zh', ${title}, ${`${title}的摘要`})`);
  return id;
}

/** An enterprise of one zone with a need, an institute of the other with an offer, and everybody around them. */
export async function world(tx: Tx, { isAnonymous = false, isPublic = true, isSite = false } = {}) {
  // A site has its zones.
  const { here, there } = isSite ? { here: '32101026', there: '34101001' } : await twoZones(tx);
  const firm = await organisation(tx, { kind: 'enterprise', zone: here, name: '苏州金丝雀精密有限公司', isPublic });
  const lab = await organisation(tx, { kind: 'institute', zone: there, name: '合肥材料研究院' });
  const third = await organisation(tx, { kind: 'enterprise', zone: here, name: '旁人公司' });
  const need = await listing(tx, { side: 'need', organisation: firm, zone: here, title: '高温密封', isAnonymous });
  const offer = await listing(tx, { side: 'offer', organisation: lab, zone: there, title: '氧化锆涂层' });
  return {
    ...{ here, there, firm, lab, third, need, offer },
    buyer: await person(tx, 'buyer', { role: 'member', organisation: firm }),
    maker: await person(tx, 'maker', { role: 'member', organisation: lab }),
    outsider: await person(tx, 'outsider', { role: 'member', organisation: third }),
    broker: await person(tx, 'broker', { role: 'broker', zone: here }),
    farBroker: await person(tx, 'farbroker', { role: 'broker', zone: there }),
    editor: await person(tx, 'editor', { role: 'editor', zone: here }),
  };
}
export type World = Awaited<ReturnType<typeof world>>;

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ says }) => says.zh).join());
  return outcome.value;
}

/** Suggested as matching does it. */
export function suggested(tx: Tx, at: World): Promise<number> {
  return number(
    tx,
    sql`insert into connection (need_id, offer_id, need_organisation_id, offer_organisation_id, need_zone_code, offer_zone_code, origin, score)
      values (${at.need}, ${at.offer}, ${at.firm}, ${at.lab}, ${at.here}, ${at.there}, 'matching', 0.7) returning id`,
  );
}

/** The connection of the two, brought as far as that by its people. */
export async function connectionIn(tx: Tx, at: World, state: Exclude<ConnectionState, 'ended'>): Promise<number> {
  if (state === 'suggested') return suggested(tx, at);
  const { id } = valueOf(await proposePair(tx, at.buyer, { needId: at.need, offerId: at.offer, origin: 'board' }));
  const way = {
    accepted: () => accept(tx, at.maker, { id }),
    contact: () => move(tx, at.buyer, { id, step: 'contact' }),
    negotiation: () => move(tx, at.maker, { id, step: 'negotiate' }),
    agreement: () => recordAgreement(tx, at.buyer, { ...signed(id), step: 'agree' }),
  };
  for (const [reached, go] of Object.entries(way)) {
    if (state === 'proposed') break;
    valueOf(await go());
    if (reached === state) break;
  }
  return id;
}

export const signed = (id: number, amount = 1_200_000) => ({
  ...{ id, amount, contractKind: 'development' as const, agreedOn: '2026-01-15' },
});
