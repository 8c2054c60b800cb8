import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { allDisciplines, industryList } from '#industries/read.server.ts';
import type { Known, SheetRow } from '#lists/sheet.ts';
import type { Tx } from '#platform/database.server.ts';
import { plainCreditCode } from './credit-code.ts';
import { organisationsNumbered } from './read-desk-list.server.ts';
import { organisationCells, type SheetChoices } from './sheet.ts';
import { keysOfNames } from './write-keys.server.ts';

export async function sheetChoices(tx: Tx): Promise<SheetChoices> {
  const choice = ({ code, name }: { code: string; name: { zh: string; en: string } }) => ({ value: code, label: name });
  const [industries, disciplines] = [await industryList(tx), await allDisciplines(tx)];
  return { industries: industries.map(choice), disciplines: disciplines.map(choice) };
}

/** Those organisations that a file names and this person keeps, as it knows them. */
export async function knownOrganisations(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, Known>> {
  const numbers = ids.filter((id) => /^[1-9]\d{0,14}$/.test(id)).map(Number);
  const found = await organisationsNumbered(tx, actor, numbers);
  return new Map(found.map((one) => [String(one.id), { label: one.nameZh, cells: organisationCells(one) }]));
}

/**
 * Rows that say no id get that of the record with their credit code, else of the only one with their name: what
 * comes from somebody's own table changes what is here instead of standing beside it.
 */
export async function findRows(tx: Tx, actor: Actor, rows: readonly SheetRow[]): Promise<SheetRow[]> {
  const open = rows.filter(({ cells }) => !cells['id']);
  const codes = open.map(({ cells }) => plainCreditCode(cells['credit_code'] ?? '')).filter(Boolean);
  const byCode = await idsByCode(tx, actor, codes);
  const byName = await idsByName(
    tx,
    actor,
    open.map(({ cells }) => cells['name_zh'] ?? ''),
  );
  const taken = new Set(rows.flatMap(({ cells }) => cells['id'] || []));
  return rows.map((row) => {
    const { id, credit_code: code = '', name_zh: name = '' } = row.cells;
    const found = id || byCode.get(plainCreditCode(code)) || byName.get(name);
    if (id || !found || taken.has(found)) return row;
    taken.add(found);
    return { ...row, cells: { ...row.cells, id: found } };
  });
}

async function idsByCode(tx: Tx, actor: Actor, codes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ id: string; code: string }>(
    sql`select id, credit_code as code from organisation where merged_into is null and credit_code = any(${sql.param([...codes])})`,
  );
  const kept = await organisationsNumbered(
    tx,
    actor,
    rows.map(({ id }) => Number(id)),
  );
  const ids = new Set(kept.map(({ id }) => String(id)));
  return new Map(rows.filter(({ id }) => ids.has(String(id))).map(({ id, code }) => [code, String(id)]));
}

/** Only where one record has the very name, or one alone comes down to the same. */
async function idsByName(tx: Tx, actor: Actor, names: readonly string[]): Promise<Map<string, string>> {
  const said = [...new Set(names)].filter(Boolean);
  const found = new Map<string, string>();
  const keys = await keysByName(tx, said);
  const { rows } = await tx.execute<{ id: string; key: string; place: string }>(sql`
    select distinct organisation.id, key, place from organisation_key
    join organisation on organisation.id = organisation_id and merged_into is null
    where key = any(${sql.param([...keys.values()].map(({ key }) => key))})`);
  const kept = await organisationsNumbered(
    tx,
    actor,
    rows.map(({ id }) => Number(id)),
  );
  const ids = new Set(kept.map(({ id }) => id));
  for (const [name, { key, place }] of keys) {
    const same = rows.filter((row) => row.key === key && row.place === place && ids.has(Number(row.id)));
    const [only, ...others] = new Set(same.map(({ id }) => String(id)));
    if (only !== undefined && others.length === 0) found.set(name, only);
  }
  return found;
}

async function keysByName(tx: Tx, names: readonly string[]) {
  const keys = await keysOfNames(tx, names);
  return new Map(names.flatMap((name, at) => (keys[at]?.key ? [[name, keys[at]] as const] : [])));
}
