import { disciplinesMeant } from '#industries/read.server.ts';
import { organisationWords as words } from '#language/words/organisations.ts';
import type { Db } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { placesMeant } from '#places/read-meant.server.ts';
import { isClean } from '#profiles/field.ts';

/** The place a person names: a code, or a name that is one place’s; nothing said is no place. */
export async function placeMeant(db: Db, text: string): Promise<Outcome<string | null>> {
  const said = text.normalize('NFKC').replace(/\s+/g, ' ').trim().slice(0, 100);
  if (said === '') return done(null);
  const code = /(?<=^| )\d{6}(?=$| )/.exec(said)?.[0];
  if (code) return done(code);
  const meant = isClean(said) ? await placesMeant(db, said) : [];
  const [only, ...others] = meant;
  if (!only) return refused({ field: 'placeCode', says: words.placeUnknown(said) });
  const all = meant.map((place) => `${place.name} ${place.code}`).join('; ');
  return others.length === 0 ? done(only.code) : refused({ field: 'placeCode', says: words.placeUnclear(said, all) });
}

/** The disciplines a person names, by codes or by names of the standard. */
export async function disciplinesSaid(db: Db, text: string): Promise<Outcome<string[]>> {
  const said = wordsOf(isClean(text) ? text : '');
  const meant = await disciplinesMeant(db, said);
  const unknown = said.filter((word) => !meant.get(word)?.length);
  if (unknown.length > 0) return refused({ field: 'disciplines', says: words.noSuchDiscipline(unknown.join(' ')) });
  const unclear = said.find((word) => (meant.get(word) ?? []).length > 1);
  if (unclear === undefined) return done([...new Set(said.flatMap((word) => meant.get(word) ?? []))]);
  const codes = (meant.get(unclear) ?? []).join(', ');
  return refused({ field: 'disciplines', says: words.disciplineUnclear(unclear, codes) });
}

const mostWords = 50;

/** What stands between commas of any kind, or on a line of its own; `430 材料科学` is the code with its name. */
function wordsOf(text: string): string[] {
  const parts = text.normalize('NFKC').split(/[\u3001,;\n]/);
  const plain = parts.map((word) => word.trim().replace(/^([\d.]{3,9})\s.*$/, '$1'));
  return [...new Set(plain)].filter(Boolean).slice(0, mostWords);
}
