import { sql } from 'drizzle-orm';
import type { Actor, Membership } from '#accounts/actor.ts';
import { accounts } from '#accounts/tables.server.ts';
import { giveMemberships } from '#accounts/write.server.ts';
import type { Side } from '#listings/listing.ts';
import { createListing } from '#listings/write-create.server.ts';
import { saveListing } from '#listings/write-save.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { twoZones } from './zones.ts';

let addresses = 0;

/** An account with that membership, as the actor it is once signed in. */
export async function person(tx: Tx, name: string, ...memberships: Membership[]): Promise<Actor> {
  addresses += 1;
  const email = `${name}${addresses}@example.org`;
  const [row] = await tx.insert(accounts).values({ name, email }).returning({ id: accounts.id });
  const accountId = row?.id ?? 0;
  await giveMemberships(tx, accountId, memberships);
  return { id: `account:${accountId}`, accountId, name, memberships };
}

export async function organisation(
  tx: Tx,
  { name, zone, kind = 'enterprise' }: { name: string; zone: string; kind?: string },
): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into organisation (kind, name_zh, zone_code, is_public) values (${kind}, ${name}, ${zone}, true) returning id`);
  return Number(rows[0]?.id);
}

/** Two zones with a broker each; in the first an enterprise and an institute with a member each. */
export async function twoSides(tx: Tx) {
  const { here, there } = await twoZones(tx);
  const enterprise = await organisation(tx, { name: '苏州光学有限公司', zone: here });
  const institute = await organisation(tx, { name: '长三角先进材料研究院', zone: here, kind: 'institute' });
  return {
    ...{ here, there, enterprise, institute },
    broker: await person(tx, '周经理', { role: 'broker', zone: here }),
    otherBroker: await person(tx, '吴经理', { role: 'broker', zone: there }),
    member: await person(tx, '陈工', { role: 'member', organisation: enterprise }),
    otherMember: await person(tx, '林教授', { role: 'member', organisation: institute }),
  };
}

export const goodNeed = {
  ...{ kind: 'technology', title: '车载激光雷达窗口片在 −40 ℃ 下不起雾' },
  ...{ summary: '需要一种低温防雾镀膜。', body: '冬季路测时窗口片内侧结雾，点云丢失 30%。' },
  ...{ conditions: '不加热，厚度不超过 2 mm。', industryKeywords: ['智能车联网'], technologyKeywords: ['防雾镀膜'] },
  ...{ cooperation: ['joint-development'], deadline: '2027-06-30', budgetLow: 500_000, budgetHigh: 1_000_000 },
  targets: [{ name: '透光率', comparison: 'at-least', value: 92, unit: '%' }],
};

export const goodOffer = {
  ...{ kind: 'technology', title: '低温防雾硬质镀膜', summary: '−45 ℃ 不起雾。', body: '磁控溅射双层膜。' },
  ...{ advantage: '比加热方案省电 100%，寿命长 3 倍。', stage: 'demonstration', rights: 'offer-side' },
  ...{ industryKeywords: ['智能车联网'], technologyKeywords: ['镀膜', '防雾'], cooperation: ['licence'] },
};

/** A draft with everything that it needs. */
export async function written(tx: Tx, actor: Actor, { side = 'need', organisationId, content = {} }: Begun) {
  const good = side === 'need' ? goodNeed : goodOffer;
  const { kind, title } = { ...good, ...content };
  const made = await createListing(tx, actor, { side, kind, title, organisationId, lang: 'zh' });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  const { id } = made.value;
  const saved = await saveListing(tx, actor, { id, seen: 1, content: { ...good, ...content } });
  if (!saved.ok) throw new Error(JSON.stringify(saved.problems));
  return id;
}

interface Begun {
  readonly side?: Side;
  readonly organisationId: number;
  readonly content?: Readonly<Record<string, unknown>>;
}
