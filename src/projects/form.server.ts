import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { projectWords as words } from '#language/words/projects.ts';
import { isClean } from '#profiles/field.ts';
import { saidIn, type Typed } from './form.ts';
import type { ProjectChange } from './input.ts';
import { about } from './problems.ts';
import { industriesMeant, investorMeant } from './read-choices.server.ts';

type Investor = Pick<ProjectChange, 'investorId' | 'investorName'>;

/** What a form says: an investor by its name where a record has just that, industries by code or name. */
export async function inputOf(tx: Tx, typed: Typed): Promise<Outcome<Omit<ProjectChange, 'id' | 'revision'>>> {
  const industries = await industriesIn(tx, typed);
  const investor = await investorIn(tx, typed);
  if (!industries.ok || !investor.ok)
    return refused(...[industries, investor].flatMap((outcome) => (outcome.ok ? [] : outcome.problems)));
  return done({ ...saidIn(typed), ...industries.value, ...investor.value });
}

async function industriesIn(tx: Tx, { industries }: Typed): Promise<Outcome<{ industries?: string[] }>> {
  if (industries === undefined) return done({});
  if (!isClean(industries)) return refused(about('industries', words.wrong));
  const { codes, unknown } = await industriesMeant(tx, industries.slice(0, 400));
  return unknown === undefined
    ? done({ industries: codes })
    : refused(about('industries', words.industriesUnknown(unknown)));
}

/** An investor by name, or by the number of its record. */
async function investorIn(tx: Tx, { investorName: text }: Typed): Promise<Outcome<Investor>> {
  if (text === undefined) return done({});
  if (!isClean(text)) return refused(about('investorName', words.wrong));
  const investorName = text.normalize('NFC').trim();
  const investorId = investorName === '' ? undefined : await investorMeant(tx, investorName);
  if (investorId === undefined) return done({ investorId: null, investorName });
  return done({ investorId, investorName: investorName.startsWith('#') ? '' : investorName });
}
