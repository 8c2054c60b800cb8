import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { organisationPartWords as words } from '#language/words/organisation-parts.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import type { Cells } from '#profiles/field.ts';
import { addTo, changeIn, removeFrom, type PartRow, type RowList, type Said } from '#profiles/rows.server.ts';
import { organisationFields, rowProblems } from './part-fields.ts';
import type { OrganisationPart } from './part.ts';
import { organisationRows, partsKept, partTables, type PartPlace } from './read-parts.server.ts';
import type { OrganisationView } from './read.server.ts';
import { refreshKeys } from './write-keys.server.ts';
import { refreshOrganisation } from './write-public.server.ts';
import { lockOrganisation } from './write.server.ts';

/** Adds a row to one of an organisation's lists; answers its id. */
export async function addPartRow(
  tx: Tx,
  actor: Actor,
  { cells, ...place }: PartPlace & { cells: Cells },
): Promise<Outcome<number>> {
  const list = await listToChange(tx, actor, place);
  return list.ok ? addTo(list.value, cells) : list;
}

/** Changes what is said of a row; what is not mentioned stays. */
export async function changePartRow(
  tx: Tx,
  actor: Actor,
  { id, cells, ...place }: PartPlace & { id: number; cells: Cells },
): Promise<Outcome<number>> {
  const list = await listToChange(tx, actor, place);
  return list.ok ? changeIn(list.value, { id, cells }) : list;
}

/** Takes a row away. */
export async function removePartRow(
  tx: Tx,
  actor: Actor,
  { id, ...place }: PartPlace & { id: number },
): Promise<Outcome<null>> {
  const list = await listToChange(tx, actor, place);
  return list.ok ? removeFrom(list.value, id) : list;
}

/** A list that the actor may change; the organisation is locked, so that two who add the same are one after the other. */
async function listToChange(tx: Tx, actor: Actor, { organisation, part }: PartPlace): Promise<Outcome<RowList>> {
  const locked = await lockOrganisation(tx, actor, organisation);
  if (!locked.ok) return locked;
  if (!partsKept(actor, locked.value).includes(part)) return refused({ says: words.noPart });
  const rows = await organisationRows(tx, { organisation, part });
  return done({
    ...{ rows, fields: organisationFields[part] },
    together: (said) => [
      ...rowProblems(part, said.cells),
      ...(part === 'names' ? taken(locked.value, rows, said) : []),
    ],
    add: (cells) => addRow(tx, { organisation, part, cells }),
    change: async (id, cells) => {
      const { names, record } = rowOf(part, cells);
      await tx.execute(
        sql`update ${partTables[part]} set (${names}) = (select ${names} from ${record}) where id = ${id}`,
      );
    },
    remove: async (id) => void (await tx.execute(sql`delete from ${partTables[part]} where id = ${id}`)),
    told: async ({ id, action, changes }) => {
      const named = Object.entries(changes).map(([key, change]) => [`${part}.${id}.${key}`, change] as const);
      const deed = { kind: 'organisation', record: String(organisation), action: deeds[action] };
      await remember(tx, actor, { ...deed, changes: Object.fromEntries(named), zone: locked.value.zoneCode });
      if (part === 'names') await refreshKeys(tx, organisation);
      await refreshOrganisation(tx, organisation);
    },
  });
}

const deeds = { add: 'entry added', change: 'entry changed', remove: 'entry removed' } as const;

/** A name stands once: not twice among the others, nor beside the full name. */
function taken({ nameZh, nameEn }: OrganisationView, rows: readonly PartRow[], { id, cells }: Said): Problem[] {
  const others = rows.filter((row) => row.id !== id).map((row) => row.cells['name']);
  const isTaken = [nameZh, nameEn, ...others].includes(cells['name']);
  return isTaken ? [{ field: 'name', says: words.nameTaken }] : [];
}

async function addRow(tx: Tx, { organisation, part, cells }: PartPlace & { cells: Cells }): Promise<number> {
  const { names, record } = rowOf(part, cells);
  const { rows } = await tx.execute<{ id: string }>(
    sql`insert into ${partTables[part]} (organisation_id, ${names}) select ${organisation}, ${names} from ${record} returning id`,
  );
  return Number(rows[0]?.id);
}

/** The columns of a list, and the cells as PostgreSQL reads them: a year from its digits, a yes from `true`. */
function rowOf(part: OrganisationPart, cells: Cells): { names: SQL; record: SQL } {
  const keys = organisationFields[part].map(({ key }) => sql.identifier(key));
  const record = sql`jsonb_populate_record(null::${partTables[part]}, ${JSON.stringify(cells)}::jsonb)`;
  return { names: sql.join(keys, sql`, `), record };
}
