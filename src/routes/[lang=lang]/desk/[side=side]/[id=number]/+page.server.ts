import { error } from '@sveltejs/kit';
import { listingDeskWords } from '#language/words/listing-desk.ts';
import { typedOf, typedTexts } from '#listings/form.ts';
import { alikeTo } from '#listings/read-alike.server.ts';
import { brokersOf } from '#listings/read-brokers.server.ts';
import { formChoices } from '#listings/read-choices.server.ts';
import { deedsOf, interviewsOf, listingAtDesk } from '#listings/read-desk.server.ts';
import { sendBackTemplates } from '#listings/read-template.server.ts';
import { filesOfListing } from '#listings/read-files.server.ts';
import { isBrokerOf } from '#listings/permission.ts';
import { withFiles } from './files.server.ts';
import { save, translate } from './save.server.ts';
import { deleteDraft, steps } from './steps.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, params: { id, side }, url }) => {
  const found = await database.inTransaction(actor, async (tx) => {
    const listing = await listingAtDesk(tx, actor, { id, side });
    if (!listing) return undefined;
    const { zoneCode } = listing;
    const isBrokers = isBrokerOf(actor, listing);
    return {
      ...{ listing, isBrokers, choices: await formChoices(tx, zoneCode) },
      sendBack: await sendBackTemplates(tx, actor, { listing, chosen: url.searchParams.get('template') }),
      brokers: isBrokers ? await brokersOf(tx, zoneCode) : [],
      interviews: await interviewsOf(tx, actor, { id, zoneCode }),
      files: await filesOfListing(tx, id),
      deeds: await deedsOf(tx, actor, { id, zoneCode }),
      alike: await alikeTo(tx, {
        ...{ id, side, lang: listing.originalLang, organisationId: listing.organisation.id },
        ...{ title: listing.content.title, text: listing.content.body },
      }),
    };
  });
  if (!found) error(404);
  const { listing } = found;
  const did = url.searchParams.get('did') ?? '';
  return {
    ...found,
    original: typedOf(listing.content, listing.disciplines),
    translated: typedTexts(listing.translation.texts),
    isTranslating: url.searchParams.get('edition') === listing.translation.lang,
    ownAccount: actor.accountId,
    did:
      did === 'save' || Object.hasOwn(listingDeskWords.did, did)
        ? (did as 'save' | keyof typeof listingDeskWords.did)
        : undefined,
  };
};

export const actions: Actions = { ...steps, ...withFiles, save, translate, delete: deleteDraft };
