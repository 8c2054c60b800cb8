import { sql } from 'drizzle-orm';
import { disciplinesNamed } from '#industries/read.server.ts';
import { organisationWords as words } from '#language/words/organisations.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Problem } from '#platform/outcome.ts';
import { placeByCode } from '#places/read.server.ts';
import type { Organisation } from './organisation.ts';

/** What one field cannot know: that what it names exists, and that nobody else has the code. */
export async function problemsTogether(tx: Tx, row: Organisation, id?: number): Promise<Problem[]> {
  return [
    ...(await placeProblems(tx, row.placeCode)),
    ...(await industryProblems(tx, row.industries)),
    ...(await disciplineProblems(tx, row.disciplines)),
    ...(await codeProblems(tx, row, id)),
  ];
}

async function placeProblems(tx: Tx, code: string | null): Promise<Problem[]> {
  if (code === null || (await placeByCode(tx, code))) return [];
  return [{ field: 'placeCode', says: words.noSuchPlace }];
}

async function industryProblems(tx: Tx, codes: readonly string[]): Promise<Problem[]> {
  if (codes.length === 0) return [];
  const { rows } = await tx.execute<{ code: string }>(sql`
    select asked.code from unnest(${sql.param([...codes])}::text[]) as asked (code)
    where not exists (select from industry where industry.code = asked.code)`);
  const unknown = rows.map(({ code }) => code).join(' ');
  return rows.length === 0 ? [] : [{ field: 'industries', says: words.noSuchIndustry(unknown) }];
}

async function disciplineProblems(tx: Tx, codes: readonly string[]): Promise<Problem[]> {
  const known = new Set((await disciplinesNamed(tx, codes)).map(({ code }) => code));
  const unknown = codes.filter((code) => !known.has(code));
  return unknown.length === 0 ? [] : [{ field: 'disciplines', says: words.noSuchDiscipline(unknown.join(' ')) }];
}

async function codeProblems(tx: Tx, { creditCode, codeChecked }: Organisation, id?: number): Promise<Problem[]> {
  if (creditCode === null) return codeChecked ? [{ field: 'codeChecked', says: words.checkedNeedsCode }] : [];
  // Two people who say the same code at once: the second sees the first.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`credit code ${creditCode}`}))`);
  const { rows } = await tx.execute<{ taken: boolean }>(
    sql`select credit_code_is_taken(${creditCode}, ${id ?? null}::bigint) as taken`,
  );
  return rows[0]?.taken ? [{ field: 'creditCode', says: words.codeTaken }] : [];
}
