import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import { askedOf } from '#lists/address.ts';
import type { Choice } from '#lists/list.ts';
import type { Tx } from '#platform/database.server.ts';
import { division } from './list-conditions.server.ts';
import { ofActor } from './list-scope.server.ts';
import { industryNamed } from './industry.ts';
import { projectList, type ProjectChoices } from './list.ts';

/** What this person can filter by: the zones, blocks, industries and years of their projects. */
export async function projectChoices(tx: Tx, actor: Actor): Promise<ProjectChoices> {
  const zones = await choices(tx, actor, 'zones');
  const many = zones.length > 1;
  const blocks = await choices(tx, actor, 'blocks');
  return {
    zones,
    blocks: blocks.map(({ value, label, zone }) => ({ value, label: many ? within(label, zone) : label })),
    industries: await industryChoices(tx, actor),
    years: await years(tx, actor),
  };
}

const within = (name: TwoText, zone: TwoText): TwoText => ({
  zh: `${zone.zh} ${name.zh}`,
  en: `${name.en}, ${zone.en}`,
});

const sources = {
  zones: sql`select zone.code as value, zone.name_zh as zh, zone.name_en as en, zone.name_zh as above_zh,
      zone.name_en as above_en from zone
    where zone.code in (select project.zone_code from project where `,
  blocks: sql`select unit.id::text as value, unit.name_zh as zh, coalesce(nullif(unit.name_en, ''), unit.name_zh) as en,
      zone.name_zh as above_zh, zone.name_en as above_en from unit join zone on zone.code = unit.zone_code
    where unit.id in (select project.block_id from project where `,
};

async function choices(tx: Tx, actor: Actor, of: keyof typeof sources) {
  type Found = { value: string; zh: string; en: string; above_zh: string; above_en: string };
  const { rows } = await tx.execute<Found>(sql`${sources[of]} ${ofActor(actor)}) order by 4, 2`);
  return rows.map(({ value, zh, en, above_zh, above_en }) => ({
    ...{ value, label: { zh, en } },
    zone: { zh: above_zh, en: above_en },
  }));
}

/** The divisions that are there, by the names of the standard. */
async function industryChoices(tx: Tx, actor: Actor): Promise<Choice[]> {
  const { rows } = await tx.execute<{ code: string }>(sql`
    select distinct ${division} as code from project where ${ofActor(actor)} and industries <> '{}' order by 1`);
  return rows.map(({ code }) => ({ value: code, label: industryNamed(code) }));
}

async function years(tx: Tx, actor: Actor): Promise<number[]> {
  const { rows } = await tx.execute<{ first: number | null; last: number | null }>(sql`
    select extract(year from min(counts_on))::int as first, extract(year from max(counts_on))::int as last
    from project where ${ofActor(actor)} and counts_on is not null`);
  const { first = null, last = null } = rows[0] ?? {};
  return first === null || last === null ? [] : Array.from({ length: last - first + 1 }, (_, at) => last - at);
}

/** The list of investments as this person has it, and what the address asks of it. */
export async function projectListFor(tx: Tx, actor: Actor, query: URLSearchParams) {
  const found = await projectChoices(tx, actor);
  const list = projectList(found);
  return { list, asked: askedOf(list, query), choices: found };
}
