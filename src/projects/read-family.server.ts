import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import type { BaseKind } from './count.ts';
import { ofActor } from './list-scope.server.ts';
import { rootOf } from './pair.ts';
import type { Stage } from './project.ts';
import { both } from './read-record.server.ts';
import { projectRow } from './read-row.server.ts';

/** A record that counts together with others. */
export interface Relative {
  readonly id: number;
  readonly reference: string;
  readonly name: TwoText;
  readonly stage: Stage;
  readonly agreed: number;
  readonly countsOn: string | null;
  readonly countsAs: BaseKind | null;
  readonly parentId: number | null;
  readonly splitFrom: number | null;
  readonly mergedInto: number | null;
}

type Found = Omit<Relative, 'id' | 'name' | 'agreed' | 'parentId' | 'splitFrom' | 'mergedInto'> & {
  id: string;
  zh: string;
  en: string;
  agreed: string;
  parent: string | null;
  split: string | null;
  merged: string | null;
};

const number = (text: string | null) => (text === null ? null : Number(text));

/** All records that count as one with this project, in the order they came. */
export async function familyOf(tx: Tx, actor: Actor, id: number): Promise<Relative[]> {
  const row = await projectRow(tx, actor, id);
  if (!row) return [];
  const root = rootOf(row);
  return relatives(tx, sql`id = ${root} or counts_with = ${root}`);
}

/** The investments of an organisation, as far as this person reads them: the people of other zones read none. */
export async function projectsOfInvestor(tx: Tx, actor: Actor, organisation: number): Promise<Relative[]> {
  return relatives(tx, sql`investor_id = ${organisation} and merged_into is null and ${ofActor(actor)}`);
}

export async function relatives(tx: Tx, where: SQL): Promise<Relative[]> {
  const { rows } = await tx.execute<Found>(sql`
    select id::text, reference, name_zh as zh, name_en as en, stage, agreed::text, counts_on::text as "countsOn",
      counts_as as "countsAs", parent_id::text as parent, split_from::text as split, merged_into::text as merged
    from project where ${where} order by project.id limit 200`);
  return rows.map(({ zh, en, parent, split, merged, ...one }) => ({
    ...{ ...one, id: Number(one.id), agreed: Number(one.agreed), name: both(zh, en) },
    ...{ parentId: number(parent), splitFrom: number(split), mergedInto: number(merged) },
  }));
}
