import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { projectWords as words } from '#language/words/projects.ts';
import { isClean } from '#profiles/field.ts';
import { saidIn, type Typed } from './form.ts';
import type { ProjectChange } from './input.ts';
import { about } from './problems.ts';
import { industriesMeant, investorMeant } from './read-choices.server.ts';

/** What a form says: an investor by its name where a record has just that, industries by code or name. */
export async function inputOf(tx: Tx, typed: Typed): Promise<Outcome<Omit<ProjectChange, 'id' | 'revision'>>> {
  const { industries = '', investorName = '' } = typed;
  if (!isClean(industries) || !isClean(investorName)) return refused(about('industries', words.wrong));
  const meant = await industriesMeant(tx, industries.slice(0, 400));
  if (meant.unknown !== undefined) return refused(about('industries', words.industriesUnknown(meant.unknown)));
  const named = investorName.normalize('NFC').trim();
  const investorId = named === '' ? null : ((await investorMeant(tx, named)) ?? null);
  const name = investorId !== null && named.startsWith('#') ? '' : named;
  return done({
    ...saidIn(typed),
    ...('industries' in typed && { industries: meant.codes }),
    ...('investorName' in typed && { investorId, investorName: name }),
  });
}
