import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { containing } from '#text/like.ts';
import { ofActor } from './list-scope.server.ts';

type Filters = Readonly<Record<string, string>>;
type Condition = (value: string, actor: Actor) => SQL;

const today = sql`(now() at time zone 'Asia/Shanghai')::date`;

/** The division of its first industry: what it is counted under. Some codes have the letter of their section in front. */
export const division = sql`left(ltrim(project.industries[1], 'ABCDEFGHIJKLMNOPQRST'), 2)`;
/** The record it counts with: its whole where it is a part, what it extends, else itself. */
export const family = sql`coalesce(project.counts_with, project.id)`;

const orNone = (column: SQL, value: string, type: SQL) =>
  value === 'none' ? sql`${column} is null` : sql`${column} = ${value}::${type}`;

const managedBy: Readonly<Record<string, (actor: Actor) => SQL>> = {
  mine: ({ accountId }) => sql`project.manager_account_id = ${accountId ?? -1}`,
  none: () => sql`project.manager_account_id is null and project.manager_name = ''`,
};

const counts: Readonly<Record<string, SQL>> = {
  once: sql`project.counts_on is not null`,
  family: sql`(project.counts_on is not null
    or ${family} in (select coalesce(head.counts_with, head.id) from project head where head.counts_on is not null))`,
  not: sql`project.counts_on is null`,
};

/** What each filter of the list asks for. The figures ask with the same, so that a number opens its projects. */
const conditions: Readonly<Record<string, Condition>> = {
  q: named,
  zone: (value) => sql`project.zone_code = ${value}`,
  stage: (value) => sql`project.stage = ${value}`,
  status: (value) =>
    value === 'live' ? sql`project.status in ('active', 'paused', 'delayed')` : sql`project.status = ${value}`,
  light: (value) => sql`project.light = ${value}`,
  block: (value) => orNone(sql`project.block_id`, value, sql`bigint`),
  industry: (value) => orNone(division, value, sql`text`),
  country: (value) => (value === 'abroad' ? sql`project.country <> 'CN'` : sql`project.country = 'CN'`),
  manager: (value, actor) => managedBy[value]?.(actor) ?? sql`false`,
  next: (value) => (value === 'none' ? sql`project.next_step_on is null` : sql`project.next_step_on < ${today}`),
  year: signedIn,
  reached: (value) => sql`stage_rank(project.stage) >= stage_rank(${value})`,
  count: (value) => counts[value] ?? sql`false`,
  place: (value) => (value === 'own' ? sql`project.longitude is not null` : sql`project.longitude is null`),
};

/** Its family was first signed in that year: an addition belongs to the year of what it adds to. */
function signedIn(year: string): SQL {
  const within = (counts: SQL) => sql`${counts} between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`;
  // Most records are their own family; only for the others the heads of that year are looked up, once.
  return sql`(${within(sql`project.counts_on`)} or project.counts_on is null
    and ${family} in (select coalesce(head.counts_with, head.id) from project head where ${within(sql`head.counts_on`)}))`;
}

function named(text: string): SQL {
  const like = containing(text);
  return sql`(project.name_zh ilike ${like} or project.name_en ilike ${like} or project.investor_name ilike ${like}
    or project.reference ilike ${like} or project.manager_name ilike ${like}
    or project.investor_id in (select id from organisation where name_zh ilike ${like} or name_en ilike ${like}))`;
}

/** Which projects a list with these filters is about, for this person. */
export function projectsAsked(actor: Actor, filters: Filters): SQL {
  const asked = Object.entries(filters).map(([key, value]) => conditions[key]?.(value, actor) ?? sql`true`);
  return sql.join([ofActor(actor), ...asked], sql` and `);
}
