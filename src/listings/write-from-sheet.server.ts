import type { Actor } from '#accounts/actor.ts';
import { boardWords as words } from '#language/words/board.ts';
import type { Tx } from '#platform/database.server.ts';
import { refused, type Outcome } from '#platform/outcome.ts';
import type { Content } from './content.ts';
import type { Side } from './listing.ts';
import { partsOf } from './listing-sheet.ts';
import { contentOf } from './read-work.server.ts';
import { createListing } from './write-create.server.ts';
import { saveListing } from './write-save.server.ts';
import { lockFor } from './write-step.server.ts';

type Cells = Readonly<Record<string, string>>;

const lists = ['industries', 'industryKeywords', 'technologyKeywords', 'cooperation'];
const amounts = ['budgetLow', 'budgetHigh'];
const orNothing = ['deadline', 'stage'];

/** A cell as the record has it. */
function valueOf(key: string, text: string): unknown {
  if (lists.includes(key)) return partsOf(text);
  if (key === 'disciplines') return text.split(' ').filter(Boolean);
  if (amounts.includes(key)) return text === '' ? null : Number(text);
  if (orNothing.includes(key)) return text || null;
  return key === 'isAnonymous' ? text === 'yes' : text;
}

function saidIn(cells: Cells): Record<string, unknown> {
  const said = Object.entries(cells).filter(([key]) => key !== 'organisation');
  return Object.fromEntries(said.map(([key, text]) => [key, valueOf(key, text)]));
}

/** What only the other side has is not said of this one. */
function ofSide(side: Side, content: Content): Record<string, unknown> {
  const { tried, conditions, decider, isReward, deadline, chainPosition, targetOrganisations, ...rest } = content;
  const { advantage, proof, team, fields, stage, ...common } = rest;
  return side === 'need'
    ? { ...common, tried, conditions, decider, isReward, deadline, chainPosition, targetOrganisations }
    : { ...common, advantage, proof, team, fields, stage };
}

/** Changes a listing as a row of a file says, by the same verb as its form: it decides who may. */
export async function changeFromSheet(
  tx: Tx,
  actor: Actor,
  { id, cells }: { id: string; cells: Cells },
): Promise<Outcome<unknown>> {
  if (cells['organisation'] !== undefined) return refused({ field: 'organisation', says: words.organisationStays });
  const found = await lockFor(tx, actor, Number(id));
  if (!found.ok) return found;
  const { listing } = found.value;
  const content = { ...ofSide(listing.side, contentOf(found.value)), ...saidIn(cells) };
  return saveListing(tx, actor, { id: listing.id, seen: listing.revision, content });
}

/** Makes a draft of a row, for the organisation it names. */
export async function addFromSheet(
  tx: Tx,
  actor: Actor,
  { side, cells }: { side: Side; cells: Cells },
): Promise<Outcome<unknown>> {
  const { kind, title, organisation } = cells;
  const begun = { side, kind, title, organisationId: Number(organisation), lang: 'zh' };
  const made = await createListing(tx, actor, begun);
  if (!made.ok) return made;
  return saveListing(tx, actor, { id: made.value.id, seen: 1, content: saidIn(cells) });
}
