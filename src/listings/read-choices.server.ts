import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { listingWords as words } from '#language/words/listings.ts';
import type { Choice } from '#lists/list.ts';
import type { Tx } from '#platform/database.server.ts';
import { listingsSeen, type ListingChoices } from './desk-list.ts';

/** More than this is no list to choose from. */
const most = 500;

type Named = { id: string; name_zh: string; name_en: string };

function choiceOf({ id, name_zh: zh, name_en: en }: Named): Choice {
  return { value: id, label: { zh, en: en || zh } };
}

/** The organisations that this person may begin a listing for. */
export async function organisationsToChoose(tx: Tx, actor: Actor): Promise<Choice[]> {
  const { all, zones, organisations } = listingsSeen(actor);
  const { rows } = await tx.execute<Named>(sql`
    select id::text, name_zh, name_en from organisation
    where merged_into is null and (${all} or zone_code = any(${sql.param(zones)}::text[])
      or id = any(${sql.param(organisations)}::bigint[]))
    order by name_zh, id limit ${most}`);
  return rows.map(choiceOf);
}

/** What the filters of the desk's list offer: a member of one organisation has nothing to choose there. */
export async function listingChoices(tx: Tx, actor: Actor): Promise<ListingChoices> {
  const { all, zones, organisations } = listingsSeen(actor);
  const isBroker = all || zones.length > 0;
  const own = isBroker || organisations.length > 1 ? await organisationsToChoose(tx, actor) : [];
  if (!isBroker) return { organisations: own, brokers: [], blocks: [] };
  const given = sql`${sql.param(zones)}::text[]`;
  const people = await tx.execute<Named>(sql`
    select id::text, name as name_zh, name as name_en from account
    where exists (select from membership where account_id = account.id and role = 'broker'
      and (${all} or zone_code = any(${given}))) order by name, id limit ${most}`);
  const places = await tx.execute<Named>(sql`
    select id::text, name_zh, name_en from unit where active and kind = 'block' and (${all} or zone_code = any(${given}))
    order by position, id limit ${most}`);
  const nobody = { value: 'none', label: words.noBroker };
  return { organisations: own, brokers: [nobody, ...people.rows.map(choiceOf)], blocks: places.rows.map(choiceOf) };
}

/** What is chosen in the form of a listing. */
export interface FormChoices {
  readonly industries: readonly Choice[];
  readonly institutes: readonly Choice[];
  readonly blocks: readonly Choice[];
}

export async function formChoices(tx: Tx, zone: string): Promise<FormChoices> {
  const { rows: industries } = await tx.execute<Named>(
    sql`select code as id, name_zh, name_en from industry order by position`,
  );
  const { rows: institutes } = await tx.execute<Named>(sql`
    select id::text, name_zh, name_en from organisation where kind = 'institute' and is_public and merged_into is null
    order by name_zh, id limit ${most}`);
  const { rows: blocks } = await tx.execute<Named>(sql`
    select id::text, name_zh, name_en from unit where active and kind = 'block' and zone_code = ${zone} order by position, id`);
  const [first, second, third] = [industries, institutes, blocks].map((rows) => rows.map(choiceOf));
  return { industries: first ?? [], institutes: second ?? [], blocks: third ?? [] };
}
