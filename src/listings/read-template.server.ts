import type { Actor } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { filledFrom, type Filled } from '#templates/chosen.ts';
import { templatesFor } from '#templates/read.server.ts';
import type { Template } from '#templates/template.ts';
import { canTake } from './permission.ts';
import type { Side } from './listing.ts';
import { daysAfter, listingStateAfter, type ListingState } from './state.ts';

interface Written {
  readonly zoneCode: string;
  readonly side: Side;
  readonly state: ListingState;
  readonly title: string;
  readonly organisation: { readonly id: number; readonly name: TwoText };
}

/** What a broker may fill in when sending a listing back to its own people, and what was chosen. */
export async function sendBackTemplates(
  tx: Tx,
  actor: Actor,
  { listing, chosen }: { listing: Written; chosen: string | null },
): Promise<{ templates: readonly Template[]; filled: Filled | undefined }> {
  const { zoneCode, organisation } = listing;
  const owned = { zoneCode, organisationId: organisation.id };
  const may = canTake(actor, owned, 'send_back') && listingStateAfter(listing.state, 'send_back');
  if (!may) return { templates: [], filled: undefined };
  const templates = (await templatesFor(tx, [zoneCode])).filter(({ purpose }) => purpose === 'send-back');
  const filled = filledFrom(templates, chosen, (lang) => ({
    need: listing.side === 'need' ? listing.title : '',
    offer: listing.side === 'offer' ? listing.title : '',
    organisation: organisation.name[lang] || organisation.name.zh,
    institute: organisation.name[lang] || organisation.name.zh,
    person: actor.name,
    date: dateOf(daysAfter(new Date(), 7)),
  }));
  return { templates, filled };
}
