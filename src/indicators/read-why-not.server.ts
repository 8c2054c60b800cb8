import { indicatorFormulaWords as words } from '#language/words/indicator-formula.ts';
import { indicatorWords } from '#language/words/indicators.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Problem } from '#platform/outcome.ts';
import { cycleFrom } from './dependents.ts';
import { keysOf, readFormula, recordsCalled } from './formula.ts';
import type { Indicator } from './indicator.ts';
import { formulasOf, keysThere, needsOf } from './read-formulas.server.ts';

interface Named {
  readonly zone: string;
  readonly row: Indicator;
  /** What it was called until now. */
  readonly keyBefore?: string;
}

/** What is wrong with a formula: what cannot be read, names nobody has, and a way round to itself. */
export async function formulaProblems(tx: Tx, { zone, row, keyBefore }: Named): Promise<Problem[]> {
  const needs = new Map(needsOf(await formulasOf(tx, zone)));
  const users = [...needs].filter(([, needed]) => keyBefore !== undefined && needed.includes(keyBefore));
  if (keyBefore !== undefined) needs.delete(keyBefore);
  const renamed = users.length > 0 && keyBefore !== row.key;
  const ofKey = renamed ? [{ field: 'key', says: indicatorWords.keyUsed(users.map(([key]) => key).join(', ')) }] : [];
  return [...ofKey, ...(row.formula === '' ? [] : await readProblems(tx, zone, { ...row, needs }))];
}

async function readProblems(
  tx: Tx,
  zone: string,
  { formula: text, key, needs }: { formula: string; key: string; needs: Map<string, readonly string[]> },
): Promise<Problem[]> {
  const read = readFormula(text);
  const problem = (says: Problem['says']) => [{ field: 'formula', says }];
  if (!read.ok) return problem(words.problem(read.problem.at, read.problem.says));
  const keys = keysOf(read.formula);
  if (keys.length === 0 && recordsCalled(read.formula).length === 0) return problem(words.ofNothing);
  const there = await keysThere(tx, zone);
  const unknown = keys.filter((one) => one !== key && !there.has(one));
  if (unknown.length > 0) return problem(words.unknownKey(unknown.join(', ')));
  const way = cycleFrom(key, new Map([...needs, [key, keys]]));
  return way ? problem(words.cycle(way.join(' → '))) : [];
}
