import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Tx } from '#platform/database.server.ts';
import { raiseByHand } from '#slips/write-by-hand.server.ts';
import { assignSlip } from '#slips/write.server.ts';
import { organisation, person } from './listings.ts';
import { twoZones } from './zones.ts';

/** What a verb answered, where it should not have refused. */
export function got<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

async function unit(tx: Tx, zone: string, name: string): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into unit (zone_code, kind, name_zh, name_en, head_name, head_email)
    values (${zone}, 'unit', ${name}, '', '周局长', 'head@example.org') returning id`);
  return Number(rows[0]?.id);
}

/** Two zones; in the first two units and everybody who has to do with slips, in the second a publisher. */
export async function slipWorld(tx: Tx) {
  const { here, there } = await twoZones(tx);
  const [unitA, unitB] = [await unit(tx, here, '经发局'), await unit(tx, here, '住建局')];
  const foreignUnit = await unit(tx, there, '经贸局');
  const enterprise = await organisation(tx, { name: '苏州光学有限公司', zone: here });
  const other = await organisation(tx, { name: '合肥光学有限公司', zone: there });
  return {
    ...{ here, there, unitA, unitB, foreignUnit, enterprise, other },
    publisher: await person(tx, '发布员', { role: 'publisher', zone: here }),
    secondPublisher: await person(tx, '复核员', { role: 'publisher', zone: here }),
    leader: await person(tx, '李书记', { role: 'leader', zone: here }),
    broker: await person(tx, '周经理', { role: 'broker', zone: here }),
    editor: await person(tx, '编辑', { role: 'editor', zone: here }),
    officer: await person(tx, '陈科长', { role: 'officer', zone: here, unit: unitA }),
    otherOfficer: await person(tx, '吴科长', { role: 'officer', zone: here, unit: unitB }),
    foreigner: await person(tx, '外区发布员', { role: 'publisher', zone: there }),
    member: await person(tx, '林总', { role: 'member', organisation: enterprise }),
    otherMember: await person(tx, '王总', { role: 'member', organisation: other }),
  };
}
export type SlipWorld = Awaited<ReturnType<typeof slipWorld>>;

export const monday = '2026-09-07';

/** A slip that was raised by hand, assigned to the first unit. */
export async function aSlip(
  tx: Tx,
  { here, publisher, unitA }: Pick<SlipWorld, 'here' | 'publisher' | 'unitA'>,
  { difficulty = 'ordinary', today = monday, isAssigned = true } = {},
): Promise<number> {
  const fields = { zone: here, title: '园区三号变电站', demand: '尽快开工', difficulty };
  const { id } = got(await raiseByHand(tx, publisher, { fields, today }));
  if (isAssigned) await assigned(tx, publisher, { id, unitId: unitA, today });
  return id;
}

async function assigned(tx: Tx, actor: Actor, { id, unitId, today }: { id: number; unitId: number; today: string }) {
  const to = { unitId, personName: '陈科长', personEmail: 'chen@example.org' };
  got(await assignSlip(tx, actor, { id, to, today }));
}

/** A task of the zone, with the light that it was given. */
export async function aTask(
  tx: Tx,
  zone: string,
  { light, unitId = null, title = '开工建设三号变电站' }: { light: string; unitId?: number | null; title?: string },
): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into task (zone_code, title_zh, lead_unit_id, begins_on, due_on, light)
    values (${zone}, ${title}, ${unitId}, '2026-01-01', '2026-09-01', ${light}) returning id`);
  return Number(rows[0]?.id);
}

/** Every row that a refused verb could have changed. */
export async function slipSum(tx: Tx): Promise<string> {
  const { rows } = await tx.execute<{ sum: string }>(sql`select md5(
    (select coalesce(string_agg(slip::text, ',' order by id), '') from slip)
    || (select coalesce(string_agg(slip_event::text, ',' order by id), '') from slip_event)
    || (select coalesce(string_agg(blocker::text, ',' order by id), '') from blocker)
    || (select coalesce(string_agg(instruction::text, ',' order by id), '') from instruction)
    || (select count(*)::text from history)) as sum`);
  return rows[0]?.sum ?? '';
}
