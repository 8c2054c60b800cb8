import { sql, type SQL } from 'drizzle-orm';
import type { Actor, Membership } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { twoZones } from './zones.ts';

async function idOf(tx: Tx, statement: SQL): Promise<number> {
  const { rows } = await tx.execute<{ id: string }>(statement);
  return Number(rows[0]?.id);
}

export async function staff(tx: Tx, name: string, membership: Membership): Promise<Actor & { accountId: number }> {
  const { role, zone = null, unit = null, organisation = null } = membership;
  const id = await idOf(
    tx,
    sql`insert into account (name, email) values (${name}, ${`${name}@example.org`}) returning id`,
  );
  await tx.execute(sql`insert into membership (account_id, role, zone_code, unit_id, organisation_id)
    values (${id}, ${role}, ${zone}, ${unit}, ${organisation})`);
  return { id: `account:${id}`, accountId: id, name, memberships: [membership] };
}

export function unit(tx: Tx, zone: string, name: string): Promise<number> {
  return idOf(
    tx,
    sql`insert into unit (zone_code, kind, name_zh)
    values (${zone}, ${name.endsWith('镇') ? 'block' : 'unit'}, ${name}) returning id`,
  );
}

interface Owed {
  readonly zone: string;
  readonly title: string;
  readonly lead: number | null;
  readonly beginsOn?: string;
  readonly dueOn?: string;
  readonly email?: string;
  readonly every?: 'week' | 'month' | 'quarter' | 'none';
}

export function task(tx: Tx, given: Owed): Promise<number> {
  const { zone, title, lead, beginsOn = '2026-03-02', dueOn = '2026-06-30', email = '', every = 'none' } = given;
  return idOf(
    tx,
    sql`insert into task (zone_code, title_zh, lead_unit_id, begins_on, due_on, person_name, person_email, report_every)
      values (${zone}, ${title}, ${lead}, ${beginsOn}, ${dueOn}, '王经办', ${email}, ${every}) returning id`,
  );
}

export const milestone = (tx: Tx, of: number, { title, dueOn }: { title: string; dueOn: string }) =>
  idOf(
    tx,
    sql`insert into milestone (task_id, zone_code, title_zh, due_on)
      select id, zone_code, ${title}, ${dueOn} from task where id = ${of} returning id`,
  );

/** A zone with a task of one unit, another that supports it, a third that has nothing to do with it, and all its people. */
export async function owed(tx: Tx, { isSite = false } = {}) {
  const { here, there } = isSite ? { here: '32101026', there: '34101001' } : await twoZones(tx);
  const units = {
    lead: await unit(tx, here, '科技局'),
    beside: await unit(tx, here, '渭塘镇'),
    other: await unit(tx, here, '住建局'),
    far: await unit(tx, there, '合肥科技局'),
  };
  const id = await task(tx, { zone: here, title: '建成概念验证中心', lead: units.lead, email: 'wang@example.org' });
  await tx.execute(sql`insert into task_unit (task_id, unit_id, zone_code) values (${id}, ${units.beside}, ${here})`);
  return {
    ...{ here, there, units, task: id },
    first: await milestone(tx, id, { title: '完成选址', dueOn: '2026-04-15' }),
    second: await milestone(tx, id, { title: '揭牌', dueOn: '2026-06-15' }),
    officer: await staff(tx, 'officer', { role: 'officer', zone: here, unit: units.lead }),
    helper: await staff(tx, 'helper', { role: 'officer', zone: here, unit: units.beside }),
    otherOfficer: await staff(tx, 'otherofficer', { role: 'officer', zone: here, unit: units.other }),
    publisher: await staff(tx, 'publisher', { role: 'publisher', zone: here }),
    leader: await staff(tx, 'leader', { role: 'leader', zone: here }),
    editor: await staff(tx, 'editor', { role: 'editor', zone: here }),
    broker: await staff(tx, 'broker', { role: 'broker', zone: here }),
    farPublisher: await staff(tx, 'farpublisher', { role: 'publisher', zone: there }),
    farOfficer: await staff(tx, 'farofficer', { role: 'officer', zone: there, unit: units.far }),
  };
}
export type Owing = Awaited<ReturnType<typeof owed>>;
