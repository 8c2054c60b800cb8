import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Asked } from '#lists/address.ts';
import { cursorAt, keysetOf, type SortKey } from '#lists/keyset.server.ts';
import { countedTo } from '#lists/list.ts';
import type { Known } from '#lists/sheet.ts';
import type { Tx } from '#platform/database.server.ts';
import { containing } from '#text/like.ts';
import type { ClockEvent } from './clock.ts';
import { slipCells, type ListedSlip } from './slip-list.ts';
import { inBoth, zonesOfSlips, type Difficulty, type SlipCause } from './slip.ts';

const id = sql`slip.id`;
// What has no deadline any more comes last.
const due = sql`coalesce(next_due_on, '9999-12-31')`;
const sortKeys: Readonly<Record<string, SortKey>> = {
  due: { by: sql`${due}::text`, type: 'text' },
  raised: { by: sql`raised_on::text`, type: 'text' },
};

type Found = {
  id: string;
  reference: string;
  zone: string;
  title: string;
  titleEn: string;
  demand: string;
  demandEn: string;
  cause: SlipCause;
  difficulty: Difficulty;
  unitZh: string | null;
  unitEn: string | null;
  personName: string;
  personEmail: string;
  raisedOn: string;
  sample: boolean;
  key: string;
  events: readonly ClockEvent[] | null;
};

/** The slips of this person's zones, a page at a time; what is due first on top. */
export async function deskSlips(tx: Tx, actor: Actor, { limit = 50, ...asked }: Asked & { limit?: number }) {
  const keyset = keysetOf(asked, sortKeys, id);
  if (!keyset) throw new Error(`slips are not sorted by ${asked.sort.key}`);
  const where = sql.join(conditions(actor, asked), sql` and `);
  const key = sortKeys[asked.sort.key]?.by ?? id;
  const paged = sql`${where} and ${keyset.where ?? sql`true`}`;
  const found = await foundSlips(tx, { where: paged, orderBy: keyset.orderBy, limit: limit + 1, key });
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    slips: found.slice(0, limit).map(listed),
    next: last && cursorAt(last.key, last.id),
    total: await counted(tx, where),
  };
}

async function counted(tx: Tx, where: SQL): Promise<number> {
  const { rows } = await tx.execute<{ total: number }>(sql`select count(*)::int as total
    from (select from slip where ${where} limit ${countedTo + 1}) found`);
  return rows[0]?.total ?? 0;
}

interface Wanted {
  readonly where: SQL;
  readonly orderBy: SQL;
  readonly limit: number;
  readonly key: SQL;
}

async function foundSlips(tx: Tx, { where, orderBy, limit, key }: Wanted): Promise<Found[]> {
  const { rows } = await tx.execute<Found>(sql`
    select slip.id::text, reference, slip.zone_code as zone, title, title_en as "titleEn",
      demand, demand_en as "demandEn", cause, difficulty,
      unit.name_zh as "unitZh", unit.name_en as "unitEn", person_name as "personName", person_email as "personEmail",
      raised_on::text as "raisedOn", slip.sample, ${key} as key,
      (select json_agg(json_build_object('id', slip_event.id, 'kind', slip_event.kind, 'happenedOn', happened_on, 'until', until))
        from slip_event where slip_id = slip.id) as events
    from slip left join unit on unit.id = slip.unit_id
    where ${where} order by ${orderBy} limit ${limit}`);
  return rows;
}

function listed({ unitZh, unitEn, titleEn, demandEn, ...row }: Found): ListedSlip {
  const unit = unitZh === null ? undefined : { zh: unitZh, en: unitEn || unitZh };
  const said = { title: inBoth(row.title, titleEn), demand: inBoth(row.demand, demandEn) };
  return { ...row, ...said, id: Number(row.id), unit, events: row.events ?? [] };
}

/** Slips of the zones that this person reads. */
export function ofReader(actor: Actor): SQL {
  const zones = zonesOfSlips(actor);
  return zones ? sql`slip.zone_code = any(${sql.param(zones)}::text[])` : sql`true`;
}

/** Slips of the units that this person is an officer of. */
export function ofUnits({ memberships }: Actor): SQL {
  const units = memberships.flatMap(({ role, unit }) => (role === 'officer' && unit !== undefined ? [unit] : []));
  return sql`slip.unit_id = any(${sql.param(units)}::bigint[])`;
}

const today = sql`(now() at time zone 'Asia/Shanghai')::date`;

function conditions(
  actor: Actor,
  { filters: { q, colour, state, due: when, whose, unit, cause, zone } }: Asked,
): SQL[] {
  const is = (column: SQL, value: string | undefined) => (value ? [sql`${column} = ${value}`] : []);
  return [
    ofReader(actor),
    ...(state === 'all' ? [] : [state ? sql`slip.state = ${state}` : sql`slip.state <> 'closed'`]),
    ...is(sql`colour`, colour),
    ...is(sql`cause`, cause),
    ...is(sql`slip.zone_code`, zone),
    ...is(sql`slip.unit_id::text`, unit),
    ...(whose ? [ofUnits(actor)] : []),
    ...(when === 'over' ? [sql`next_due_on < ${today}`] : []),
    ...(when === 'today' ? [sql`next_due_on = ${today}`] : []),
    ...(q ? [named(q)] : []),
  ];
}

function named(text: string): SQL {
  const like = containing(text);
  return sql`(title ilike ${like} or title_en ilike ${like} or reference ilike ${like} or person_name ilike ${like})`;
}

/** Those slips that a file names by their numbers and the actor may see, as they are now. */
export async function knownSlips(tx: Tx, actor: Actor, references: readonly string[]): Promise<Map<string, Known>> {
  const where = sql`reference = any(${sql.param(references)}::text[]) and ${ofReader(actor)}`;
  const found = await foundSlips(tx, { where, orderBy: id, limit: references.length, key: sql`''` });
  return new Map(found.map(listed).map((slip) => [slip.reference, { label: slip.title.zh, cells: slipCells(slip) }]));
}
