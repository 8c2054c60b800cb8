import { sql } from 'drizzle-orm';
import { commandLine, type Actor, type Role } from '#accounts/actor.ts';
import { createPlan } from '#plans/write.server.ts';
import { saveGoal } from '#plans/write-goals.server.ts';
import type { Tx } from '#platform/database.server.ts';

export const [here, there] = ['32101026', '34101001'] as const;

/** A plan as its form sends it. */
export const implementationPlan = {
  ...{ titleZh: '产业集群建设实施方案', titleEn: 'Plan for building industry clusters' },
  ...{ summaryZh: '到2026年，打造三个千亿级集群。', summaryEn: 'Three clusters of 100 bn yuan by 2026.' },
  ...{ issuerZh: '相城区人民政府', issuerEn: 'People’s Government of Xiangcheng District' },
  ...{ documentNumber: '相政发〔2024〕3号', issuedOn: '2024-02-01', beginsOn: '2024-02-01', endsOn: '2026-12-31' },
  ...{ document: '', articleId: '' },
};

const person = (number: number, { role, zone, unit }: { role: Role; zone: string; unit?: number }): Actor => ({
  ...{ id: `account:${number}`, accountId: number, name: role },
  memberships: [{ role, zone, ...(unit !== undefined && { unit }) }],
});

export const publisher = person(1, { role: 'publisher', zone: here });
export const leader = person(2, { role: 'leader', zone: here });

/** Nobody of these changes a plan of `here`. */
export const planStrangers: readonly (readonly [string, Actor])[] = [
  ['a visitor', { id: 'visitor', name: 'v', memberships: [] }],
  ['an editor of the zone', person(3, { role: 'editor', zone: here })],
  ['a broker of the zone', person(4, { role: 'broker', zone: here })],
  ['an officer of the zone', person(5, { role: 'officer', zone: here, unit: 1 })],
  ['a member', { id: 'account:6', accountId: 6, name: 'm', memberships: [{ role: 'member', organisation: 1 }] }],
  ["the other zone's publisher", person(7, { role: 'publisher', zone: there })],
  ["the other zone's leader", person(8, { role: 'leader', zone: there })],
];

export const untouched = { instruction: '', reason: '' } as const;

/** A draft of `here`, without a goal. */
export async function draftPlan(
  tx: Tx,
  fields: Partial<typeof implementationPlan> = {},
  zone: string = here,
): Promise<number> {
  const added = await createPlan(tx, commandLine, { zone, fields: { ...implementationPlan, ...fields } });
  if (!added.ok) throw new Error(JSON.stringify(added.problems));
  return added.value.id;
}

export async function goalOf(
  tx: Tx,
  plan: number,
  { titleZh, parent = '' }: { titleZh: string; parent?: string },
): Promise<number> {
  const fields = { parent, number: '', titleZh, titleEn: '' };
  const saved = await saveGoal(tx, commandLine, { plan, fields, adjustment: untouched });
  if (!saved.ok) throw new Error(JSON.stringify(saved.problems));
  return saved.value.id;
}

export async function instructionOf(tx: Tx, zone: string = here, body = '请调整目标。'): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`insert into instruction
    (zone_code, leader_name, body, given_on, recorded_by) values (${zone}, '张某', ${body}, '2026-03-01', 'account:2')
    returning id`);
  return Number(rows[0]?.id);
}

/** A task of a plan, as the database keeps it. */
export async function taskOf(
  tx: Tx,
  plan: number,
  { titleZh, unit }: { titleZh: string; unit: number | null },
): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`insert into task
    (zone_code, plan_id, title_zh, begins_on, due_on, lead_unit_id)
    values (${here}, ${plan}, ${titleZh}, '2026-01-01', '2026-12-31', ${unit}) returning id`);
  return Number(rows[0]?.id);
}

export async function unitOf(tx: Tx, nameZh: string, zone: string = here): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`insert into unit (zone_code, kind, name_zh) values (${zone}, 'unit', ${nameZh}) returning id`,
  );
  return Number(rows[0]?.id);
}

/** A plan in force with one goal, and one task that is owned; without a document, as only tests can. */
export async function planInForce(tx: Tx): Promise<{ plan: number; goal: number; task: number }> {
  const plan = await draftPlan(tx);
  const goal = await goalOf(tx, plan, { titleZh: '做强产业集群' });
  const task = await taskOf(tx, plan, { titleZh: '建成中试基地', unit: await unitOf(tx, '科技局') });
  await tx.execute(sql`update plan set state = 'in-force' where id = ${plan}`);
  return { plan, goal, task };
}
