import { sql } from 'drizzle-orm';
import type { Actor, Membership } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { createProject } from '#projects/write.server.ts';
import type { NewProject } from '#projects/input.ts';
import { twoZones } from './zones.ts';

/** The day on which the tests of projects happen. */
export const noon = new Date('2026-09-11T04:00:00Z');
export const [here, there] = ['32101026', '34101001'] as const;

const account = (accountId: number, name: string, ...memberships: Membership[]): Actor => ({
  ...{ id: `account:${accountId}`, accountId, name, memberships },
});

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ field = '', says }) => `${field} ${says.zh}`).join('; '));
  return outcome.value;
}

/** Two zones, the units of one, and the people around its projects. */
export async function projectWorld(tx: Tx) {
  await twoZones(tx);
  const { rows } = await tx.execute<{ id: string }>(sql`insert into unit (zone_code, kind, name_zh) values
    (${here}, 'block', '高铁新城'), (${here}, 'unit', '投资促进局'), (${here}, 'block', '渭塘镇') returning id`);
  const [block = 0, unit = 0, otherBlock = 0] = rows.map(({ id }) => Number(id));
  const broker = account(1, 'broker', { role: 'broker', zone: here });
  return {
    ...{ block, unit, otherBlock, broker },
    officer: account(2, 'officer', { role: 'officer', zone: here, unit: block }),
    strangers: [
      account(3, 'officer of another unit', { role: 'officer', zone: here, unit: otherBlock }),
      account(4, 'editor', { role: 'editor', zone: here }),
      account(5, 'member', { role: 'member', organisation: 1 }),
      account(6, 'broker of the other zone', { role: 'broker', zone: there }),
      account(7, 'publisher of the other zone', { role: 'publisher', zone: there }),
      { ...broker, name: 'operator looking', viewedBy: { accountId: 9, name: 'operator' } },
      { id: 'visitor', name: 'visitor', memberships: [] } as Actor,
    ],
  };
}
export type ProjectWorld = Awaited<ReturnType<typeof projectWorld>>;

/** A project in the zone of these tests, ready to be negotiated. */
export async function aProject(tx: Tx, world: ProjectWorld, said: Partial<NewProject> = {}): Promise<number> {
  const made = await createProject(tx, world.broker, {
    ...{ zone: here, nameZh: '澄光激光雷达产线', summaryZh: '年产十万台车载激光雷达', investorName: '澄光光电' },
    ...{ industries: ['3984'], blockId: world.block, leadUnitId: world.unit, managerName: '王明' },
    ...{ plannedInvestment: 500_000_000, since: '2026-01-05', now: noon, ...said },
  });
  return valueOf(made).id;
}
