import { isOperator, visitor, type Actor } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import type { Lang } from '#language/lang.ts';
import { templateWords as words } from '#language/words/message-templates.ts';
import { daysAfter } from '#listings/state.ts';
import type { Tx } from '#platform/database.server.ts';
import { filledFrom, type Filled } from '#templates/chosen.ts';
import { templatesFor } from '#templates/read.server.ts';
import { templateZones, type Purpose, type Template, type Values } from '#templates/template.ts';
import { personsOf, mayTake } from './connection.ts';
import { connectionRow, type ConnectionRow } from './read-row.server.ts';
import { sidesOf, type BothSides } from './read-sides.server.ts';
import type { SideView } from './side.ts';
import type { Step } from './state.ts';

/** The step whose form a template fills. */
const stepOf: Readonly<Partial<Record<Purpose, Step>>> = {
  propose: 'propose',
  'first-contact': 'message',
  reminder: 'message',
  outcome: 'message',
  ending: 'end',
};

/** What a broker may fill in here, and what was chosen. Both sides read it: so it says what both may know. */
export async function templatesOf(
  tx: Tx,
  actor: Actor,
  { id, chosen }: { id: number; chosen: string | null },
): Promise<{ templates: readonly Template[]; filled: Filled | undefined }> {
  const row = await connectionRow(tx, id);
  if (!row || !personsOf(actor, row).includes('broker')) return { templates: [], filled: undefined };
  const own = isOperator(actor) ? [row.needZoneCode, row.offerZoneCode] : templateZones(actor);
  const templates = (await templatesFor(tx, own)).filter(({ purpose }) => {
    const step = stepOf[purpose];
    return step !== undefined && mayTake(actor, row, step);
  });
  // Through the eyes of somebody who has nothing to do with it: before both have accepted, that is what each may know.
  const sides = (await sidesOf(tx, visitor, [row])).get(id);
  if (!sides) return { templates, filled: undefined };
  return { templates, filled: filledFrom(templates, chosen, (lang) => valuesIn(lang, { actor, row, sides })) };
}

function valuesIn(lang: Lang, { actor, row, sides }: { actor: Actor; row: ConnectionRow; sides: BothSides }): Values {
  const organisation = nameOf(sides.need, lang) ?? words.needSide[lang];
  const institute = nameOf(sides.offer, lang) ?? words.offerSide[lang];
  return {
    ...{ organisation, institute, person: actor.name },
    need: titleIn(sides.need, lang) ?? organisation,
    offer: titleIn(sides.offer, lang) ?? institute,
    date: row.nextStepOn ?? dateOf(daysAfter(new Date(), 7)),
  };
}

function nameOf({ organisation }: SideView, lang: Lang): string | undefined {
  return organisation?.name[lang];
}

function titleIn({ listing }: SideView, lang: Lang): string | undefined {
  return listing ? listing.title[lang] || (listing.reference ?? undefined) : undefined;
}
