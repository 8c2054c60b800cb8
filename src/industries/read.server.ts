import { asc, inArray, or, sql } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { disciplines, industries } from './tables.server.ts';

export interface Named {
  readonly code: string;
  readonly name: TwoText;
}

/** The industries in their order. */
export async function industryList(db: Db): Promise<Named[]> {
  const rows = await db.select().from(industries).orderBy(asc(industries.position));
  return rows.map(({ code, nameZh, nameEn }) => ({ code, name: { zh: nameZh, en: nameEn } }));
}

/** The disciplines of these codes, in the order of the standard; one without an English name says its Chinese one. */
export async function disciplinesNamed(db: Db, codes: readonly string[]): Promise<Named[]> {
  if (codes.length === 0) return [];
  const rows = await db
    .select()
    .from(disciplines)
    .where(inArray(disciplines.code, [...codes]))
    .orderBy(asc(disciplines.code));
  return rows.map(named);
}

/** The disciplines of all levels, some 3,500. */
export async function allDisciplines(db: Db): Promise<Named[]> {
  const rows = await db.select().from(disciplines).orderBy(asc(disciplines.code));
  return rows.map(named);
}

/** For each word the codes it can mean: a code with or without points, or a name in either language. */
export async function disciplinesMeant(db: Db, words: readonly string[]): Promise<Map<string, string[]>> {
  if (words.length === 0) return new Map();
  const codes = words.map(plainCode);
  const lower = words.map((word) => word.toLowerCase());
  const rows = await db
    .select()
    .from(disciplines)
    .where(
      or(
        inArray(disciplines.code, codes),
        inArray(disciplines.nameZh, [...words]),
        inArray(sql`lower(${disciplines.nameEn})`, lower.filter(Boolean)),
      ),
    )
    .orderBy(asc(disciplines.code));
  return new Map(
    words.map((word) => [
      word,
      rows
        .filter(({ code, nameZh, nameEn }) =>
          [code === plainCode(word), nameZh === word, nameEn.toLowerCase() === word.toLowerCase()].some(Boolean),
        )
        .map(({ code }) => code),
    ]),
  );
}

function plainCode(word: string): string {
  return word.replaceAll('.', '');
}

function named({ code, nameZh, nameEn }: typeof disciplines.$inferSelect): Named {
  return { code, name: { zh: nameZh, en: nameEn || nameZh } };
}
