import { sql, type SQL } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import type { Actor, Membership } from './actor.ts';
import { zonesOfPeople, type Person } from './people.ts';

type Found = Omit<Person, 'id' | 'createdAt' | 'disabledAt'> & { id: string; created: string; disabled: string | null };

export interface PeopleQuery {
  readonly filters: Readonly<Record<string, string>>;
  /** The id where the page before ended. */
  readonly after?: number | undefined;
  readonly limit?: number;
}

const pageLength = 50;

/** The people the actor looks after, by id, a page at a time. A publisher sees of them what they are in the own zones. */
export async function listPeople(
  db: Db,
  actor: Actor,
  query: PeopleQuery,
): Promise<{ people: Person[]; total: number; next?: number }> {
  const limit = query.limit ?? pageLength;
  const asked = Object.entries(query.filters).flatMap(([key, value]) => filterBy[key]?.(value) ?? []);
  const after = query.after === undefined ? [] : [sql`a.id > ${query.after}`];
  const people = await peopleWhere(db, actor, { where: [...asked, ...after], limit: limit + 1 });
  const shown = people.slice(0, limit);
  const last = people.length > limit ? shown.at(-1) : undefined;
  const total = await countWhere(db, actor, asked);
  return { people: shown, total, ...(last && { next: last.id }) };
}

/** One of them; undefined for somebody else's people just as for nobody. */
export async function personById(db: Db, actor: Actor, id: number): Promise<Person | undefined> {
  const [person] = await peopleWhere(db, actor, { where: [sql`a.id = ${id}`], limit: 1 });
  return person;
}

/** What of whom the actor looks after: which memberships, and so which accounts. */
function reachOf(actor: Actor): { theirs: SQL; mine: SQL } {
  const zones = zonesOfPeople(actor);
  if (zones === undefined) return { theirs: sql`true`, mine: sql`true` };
  const theirs = sql`(m.zone_code = any(${sql.param(zones.staff)}) or exists (
    select from organisation o where o.id = m.organisation_id and o.zone_code = any(${sql.param(zones.members)})))`;
  return { theirs, mine: sql`exists (select from membership m where m.account_id = a.id and ${theirs})` };
}

async function countWhere(db: Db, actor: Actor, where: readonly SQL[]): Promise<number> {
  const { mine } = reachOf(actor);
  const { rows } = await db.execute<{ total: number }>(
    sql`select count(*)::int as total from account a where ${sql.join([mine, ...where], sql` and `)}`,
  );
  return rows[0]?.total ?? 0;
}

async function peopleWhere(db: Db, actor: Actor, { where, limit }: { where: readonly SQL[]; limit: number }) {
  const { theirs, mine } = reachOf(actor);
  const { rows } = await db.execute<Found>(sql`
    select a.id, a.name, a.email, a.two_factor_enabled as "hasSecondFactor", a.created_at::text as created, a.disabled_at::text as disabled,
      (select coalesce(json_agg(json_strip_nulls(json_build_object('role', m.role, 'zone', m.zone_code, 'unit', m.unit_id, 'organisation', m.organisation_id))
        order by m.role, m.zone_code), '[]') from membership m where m.account_id = a.id and ${theirs}) as memberships
    from account a where ${sql.join([mine, ...where], sql` and `)} order by a.id limit ${limit}`);
  return rows.map(personFrom);
}

function personFrom({ id, created, disabled, ...row }: Found): Person {
  const disabledAt = disabled === null ? null : new Date(disabled);
  return {
    ...row,
    id: Number(id),
    createdAt: new Date(created),
    disabledAt,
    memberships: row.memberships as Membership[],
  };
}

const filterBy: Readonly<Record<string, (value: string) => SQL>> = {
  q: (value) => sql`position(${value.toLowerCase()} in lower(a.name || ' ' || a.email)) > 0`,
  role: (value) => sql`exists (select from membership f where f.account_id = a.id and f.role = ${value})`,
  zone: (value) => sql`exists (select from membership f where f.account_id = a.id and f.zone_code = ${value})`,
  state: (value) => (value === 'disabled' ? sql`a.disabled_at is not null` : sql`a.disabled_at is null`),
};
