import { sql, type SQL } from 'drizzle-orm';
import { isOperator, type Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { zonesKept } from './organisation.ts';
import { organisationOf, type OrganisationView } from './read.server.ts';
import { organisations } from './tables.server.ts';
import { keysOfNames } from './write-keys.server.ts';

/** An organisation that may be the one somebody is about to add. */
export interface Lookalike {
  readonly id: number;
  readonly name: TwoText;
  readonly zoneCode: string;
  readonly zoneName: TwoText;
  /** Whether the code is the same, or only a name. */
  readonly by: 'code' | 'name';
}

interface Looked {
  readonly names: readonly string[];
  readonly creditCode: string | null;
  /** The organisation itself, when it is there already. */
  readonly except?: number | undefined;
}

type Found = { id: string; zh: string; en: string; zone: string; zone_zh: string; zone_en: string; by_code: boolean };

/** Whether the place in one name rules out the place in the other: where one has none, it does not. */
const placesAgree = (one: SQL, other: SQL) => sql`(starts_with(${one}, ${other}) or starts_with(${other}, ${one}))`;

/** Organisations that the asker sees and that share the code or a name, former and short names too. */
export async function lookalikes(tx: Tx, { names, creditCode, except }: Looked): Promise<Lookalike[]> {
  const keys = (await keysOfNames(tx, names)).filter(({ key }) => key !== '');
  const { rows } = await tx.execute<Found>(sql`
    select organisation.id, organisation.name_zh as zh, coalesce(nullif(organisation.name_en, ''), organisation.name_zh) as en,
      zone.code as zone, zone.name_zh as zone_zh, zone.name_en as zone_en,
      organisation.credit_code is not distinct from ${creditCode}::text and ${creditCode}::text is not null as by_code
    from organisation join zone on zone.code = organisation.zone_code
    where merged_into is null and organisation.id is distinct from ${except ?? null}::bigint
      and (credit_code = ${creditCode}::text or organisation.id in (
        select organisation_id from organisation_key
        join jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as asked (key text, place text)
          on asked.key = organisation_key.key and ${placesAgree(sql`asked.place`, sql`organisation_key.place`)}))
    order by by_code desc, organisation.id limit 10`);
  return rows.map((row) => ({
    ...{ id: Number(row.id), name: { zh: row.zh, en: row.en }, by: row.by_code ? 'code' : 'name' },
    ...{ zoneCode: row.zone, zoneName: { zh: row.zone_zh, en: row.zone_en } },
  }));
}

export type DuplicatePair = readonly [OrganisationView, OrganisationView];

const pairsAPage = 20;

/** Pairs that share a name, in the zones this person keeps; an operator also sees those across zones. */
export async function duplicatePairs(
  tx: Tx,
  actor: Actor,
  after: readonly [number, number] = [0, 0],
): Promise<{ pairs: DuplicatePair[]; next: string | undefined }> {
  const zones = zonesKept(actor) ?? [];
  const kept = isOperator(actor)
    ? sql`true`
    : sql`low.zone_code = high.zone_code and low.zone_code = any(${sql.param(zones)})`;
  const { rows } = await tx.execute<{ low: string; high: string }>(sql`
    select distinct low.id as low, high.id as high
    from organisation_key a
    join organisation_key b on b.key = a.key and b.organisation_id > a.organisation_id
      and ${placesAgree(sql`a.place`, sql`b.place`)}
    join organisation low on low.id = a.organisation_id and low.merged_into is null
    join organisation high on high.id = b.organisation_id and high.merged_into is null
    where ${kept} and (low.id, high.id) > (${after[0]}::bigint, ${after[1]}::bigint)
      and not exists (select from organisation_apart where low_id = low.id and high_id = high.id)
    order by 1, 2 limit ${pairsAPage + 1}`);
  const page = rows.slice(0, pairsAPage);
  const last = rows.length > pairsAPage ? page.at(-1) : undefined;
  const views = await viewsOf(
    tx,
    page.flatMap(({ low, high }) => [Number(low), Number(high)]),
  );
  const pairs = page.flatMap(({ low, high }) => pairOf(views.get(Number(low)), views.get(Number(high))));
  return { pairs, next: last && `${last.low}-${last.high}` };
}

function pairOf(low: OrganisationView | undefined, high: OrganisationView | undefined): DuplicatePair[] {
  return low && high ? [[low, high]] : [];
}

async function viewsOf(tx: Tx, ids: readonly number[]): Promise<Map<number, OrganisationView>> {
  const rows = await tx
    .select()
    .from(organisations)
    .where(sql`${organisations.id} = any(${sql.param([...ids])}::bigint[])`);
  return new Map(rows.map((row) => [row.id, organisationOf(row)]));
}
