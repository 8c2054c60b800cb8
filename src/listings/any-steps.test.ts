import fc from 'fast-check';
import { expect, test } from 'vitest';
import { theSystem, type Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { goodNeed, twoSides, written } from '../../tests/support/listings.ts';
import { missingBeforePublishing, missingBeforeSubmitting } from './missing.ts';
import { contentOf, readListing, type Work } from './read-work.server.ts';
import {
  acceptListing,
  closeListing,
  publishListing,
  recallListing,
  renewListing,
  submitListing,
} from './write.server.ts';
import { setOpen, takeOver } from './write-care.server.ts';
import { sendBackListing } from './write-comments.server.ts';
import { expireIfDue, noticeIfDue } from './write-expire.server.ts';
import { saveListing } from './write-save.server.ts';
import { saveTranslation } from './write-translation.server.ts';

type Step = (tx: Tx, actor: Actor, work: Work) => Promise<unknown>;
const later = new Date('2099-01-01');
const save = (content: object): Step => {
  return (tx, actor, { listing: { id, revision } }) => saveListing(tx, actor, { id, seen: revision, content });
};
const steps: Readonly<Record<string, Step>> = {
  submit: (tx, actor, { listing: { id } }) => submitListing(tx, actor, { id }),
  recall: (tx, actor, { listing: { id } }) => recallListing(tx, actor, { id }),
  accept: (tx, actor, { listing: { id } }) => acceptListing(tx, actor, { id }),
  publish: (tx, actor, { listing: { id } }) => publishListing(tx, actor, { id }),
  'send back': (tx, actor, { listing: { id } }) =>
    sendBackListing(tx, actor, { id, comments: [{ field: null, says: 'x' }] }),
  renew: (tx, actor, { listing: { id } }) => renewListing(tx, actor, { id }),
  close: (tx, actor, { listing: { id } }) => closeListing(tx, actor, { id, reason: 'out-of-date' }),
  shut: (tx, actor, { listing: { id } }) => setOpen(tx, actor, { id, isOpen: false }),
  open: (tx, actor, { listing: { id } }) => setOpen(tx, actor, { id, isOpen: true }),
  'take over': (tx, actor, { listing: { id } }) => takeOver(tx, actor, { id }),
  'save well': save({ ...goodNeed, body: '又改' }),
  'save badly': save({ kind: 'technology', title: '只有标题' }),
  translate: (tx, actor, { listing: { id, revision } }) =>
    saveTranslation(tx, actor, { id, seen: revision, lang: 'en', madeHow: 'human', texts: { title: 'x' } }),
  notice: (tx, _, { listing: { id } }) => noticeIfDue(tx, id, later),
  expire: (tx, _, { listing: { id } }) => expireIfDue(tx, id, later),
};

/** What is true of a listing in its state, however it came there. */
function broken({ listing, ...work }: Work): string[] {
  const isOut = ['published', 'closed', 'expired'].includes(listing.state);
  const isOver = isOut && listing.state !== 'published';
  const checks: [string, boolean][] = [
    ...(listing.state === 'draft' ? draftHolds(listing) : handedInHolds({ listing, ...work })),
    ['published, it has its time', isOut === (listing.publishedAt !== null) && isOut === (listing.expiresAt !== null)],
    ['closed, it says why', (listing.state === 'closed') === (listing.closedReason !== null)],
    ['over, nobody is invited', !isOver || !listing.isOpen],
    ['renewed, it was published', listing.renewedAt === null || isOut],
    ['it has its original', work.editions.some(({ lang }) => lang === listing.originalLang)],
  ];
  return checks.filter(([, isTrue]) => !isTrue).map(([says]) => says);
}

function draftHolds({ checkedAt }: Work['listing']): [string, boolean][] {
  return [['sent back, it is not accepted', checkedAt === null]];
}

function handedInHolds(work: Work): [string, boolean][] {
  const { state, side, reference, submittedAt, checkedAt } = work.listing;
  const said = { ...contentOf(work), side };
  const isPublic = state !== 'submitted' && state !== 'checked';
  return [
    ['handed in, it has a reference', reference !== null && submittedAt !== null],
    ['accepted, it says when', state === 'submitted' || checkedAt !== null],
    ['what a broker has is complete', missingBeforeSubmitting(said).length === 0],
    ['what the public reads is complete', !isPublic || missingBeforePublishing(said).length === 0],
  ];
}

test(
  'whatever is done in whatever order, a listing is what its state says',
  () =>
    inRollback(async (tx) => {
      const { member, broker, enterprise } = await twoSides(tx);
      const actors = [member, broker, theSystem];
      const step = fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat(actors.length - 1));
      // Steps that lead on come first, so that the later states are reached as well.
      const begun = fc.integer({ min: 0, max: 3 });
      await fc.assert(
        fc.asyncProperty(begun, fc.array(step, { minLength: 1, maxLength: 10 }), async (ahead, taken) => {
          const id = await written(tx, member, { organisationId: enterprise });
          const first = ['submit', 'accept', 'publish'].slice(0, ahead).map((name) => [name, 1] as const);
          for (const [name, who] of [...first, ...taken]) {
            const work = await readListing(tx, id);
            const actor = actors[who];
            if (work && actor) await steps[name]?.(tx, actor, work);
            const after = await readListing(tx, id);
            expect([name, after && broken(after)]).toEqual([name, []]);
          }
        }),
        { numRuns: 60 },
      );
    }),
  60_000,
);
