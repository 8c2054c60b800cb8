import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { ofActor } from './list-scope.server.ts';

type Filters = Readonly<Record<string, string>>;
type Condition = (value: string, actor: Actor) => SQL;

const today = sql`(now() at time zone 'Asia/Shanghai')::date`;

/** The day a project counts from; null as long as nothing that stands was signed. */
export const firstSigned = sql`(select min(signed_on) from project_signing
  where project_id = project.id and withdrawn_at is null and kind <> 'addition')`;
/** What was agreed, by the increments of its ledger. */
export const agreed = sql`(select coalesce(sum(increment), 0) from project_signing
  where project_id = project.id and withdrawn_at is null)`;
/** What came as capital, of either origin; what was built with it is not counted a second time. */
export const arrived = sql`(select coalesce(sum(amount), 0) from project_arrival
  where project_id = project.id and kind <> 'fixed-assets')`;

const orNone = (column: SQL, value: string, type: SQL) =>
  value === 'none' ? sql`${column} is null` : sql`${column} = ${value}::${type}`;

const managedBy: Readonly<Record<string, (actor: Actor) => SQL>> = {
  mine: ({ accountId }) => sql`project.manager_account_id = ${accountId ?? -1}`,
  none: () => sql`project.manager_account_id is null and project.manager_name = ''`,
};

const hasSigned = sql`exists (select from project_signing where project_id = project.id and withdrawn_at is null)`;

/** What each filter of the list asks for. The figures ask with the same, so that a number opens its projects. */
const conditions: Readonly<Record<string, Condition>> = {
  q: named,
  zone: (value) => sql`project.zone_code = ${value}`,
  stage: (value) => sql`project.stage = ${value}`,
  status: (value) =>
    value === 'live' ? sql`project.status in ('active', 'paused', 'delayed')` : sql`project.status = ${value}`,
  light: (value) => sql`project.light = ${value}`,
  block: (value) => orNone(sql`project.block_id`, value, sql`bigint`),
  industry: (value) => orNone(sql`project.industries[1]`, value, sql`text`),
  country: (value) => (value === 'abroad' ? sql`project.country <> 'CN'` : sql`project.country = 'CN'`),
  manager: (value, actor) => managedBy[value]?.(actor) ?? sql`false`,
  next: (value) => (value === 'none' ? sql`project.next_step_on is null` : sql`project.next_step_on < ${today}`),
  year: signedIn,
  reached: (value) => sql`${hasSigned} and stage_rank(project.stage) >= stage_rank(${value})`,
  count: (value) => (value === 'once' ? sql`project.parent_id is null` : sql`project.parent_id is not null`),
  place: (value) => (value === 'own' ? sql`project.longitude is not null` : sql`project.longitude is null`),
};

function signedIn(year: string): SQL {
  return sql`${firstSigned} between make_date(${Number(year)}, 1, 1) and make_date(${Number(year)}, 12, 31)`;
}

function named(text: string): SQL {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(project.name_zh ilike ${like} or project.name_en ilike ${like} or project.investor_name ilike ${like}
    or project.reference ilike ${like} or project.manager_name ilike ${like}
    or project.investor_id in (select id from organisation where name_zh ilike ${like} or name_en ilike ${like}))`;
}

/** Which projects a list with these filters is about, for this person. */
export function projectsAsked(actor: Actor, filters: Filters): SQL {
  const asked = Object.entries(filters).map(([key, value]) => conditions[key]?.(value, actor) ?? sql`true`);
  return sql.join([ofActor(actor), ...asked], sql` and `);
}
