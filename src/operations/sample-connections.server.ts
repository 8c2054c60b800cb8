import type { Actor } from '#accounts/actor.ts';
import { ledgerOf } from '#connections/read-ledger.server.ts';
import { confirm, recordAgreement } from '#connections/write-agreement.server.ts';
import { accept, decline } from '#connections/write-answer.server.ts';
import { recordMeeting } from '#connections/write-meeting.server.ts';
import { writeMessage } from '#connections/write-message.server.ts';
import { move, setNextStep, setSubState } from '#connections/write-move.server.ts';
import { proposePair } from '#connections/write-propose.server.ts';
import { markSample } from '#connections/write-sample.server.ts';
import { dateOf } from '#language/dates.ts';
import { siteWords } from '#language/words/site.ts';
import type { Tx } from '#platform/database.server.ts';
import { kept } from './sample-kept.ts';
import type { SampleConnection, SampleListing } from './sample-shapes.ts';

interface Sides {
  readonly need: Actor;
  readonly offer: Actor;
  readonly broker: Actor;
}

interface Loaded {
  readonly all: readonly SampleConnection[];
  readonly listings: readonly SampleListing[];
  readonly listingIds: ReadonlyMap<string, number>;
  readonly organisations: ReadonlyMap<string, number>;
}

/** Brings the sample's needs and offers together, each pair as far as its file says, by the steps that people would take. */
export async function loadConnections(tx: Tx, actor: Actor, loaded: Loaded): Promise<void> {
  for (const sample of loaded.all) {
    const slug = `${sample.need} ${sample.offer}`;
    const sides = {
      need: memberOf(loaded, sample.need),
      offer: memberOf(loaded, sample.offer),
      broker: actor,
    };
    const needId = loaded.listingIds.get(sample.need) ?? 0;
    const offerId = loaded.listingIds.get(sample.offer) ?? 0;
    const pair = { needId, offerId, origin: 'hand', note: sample.note } as const;
    const { id } = kept(slug, await proposePair(tx, sides[sample.by], pair));
    await walk(tx, sides, { slug, id, sample });
    await markSample(tx, id);
  }
}

/** Somebody who acts for the organisation of that listing. */
function memberOf({ listings, organisations }: Loaded, slug: string): Actor {
  const organisation = organisations.get(listings.find((one) => one.slug === slug)?.organisation ?? '') ?? 0;
  return { id: 'sample', name: siteWords.sample.zh, memberships: [{ role: 'member', organisation }] };
}

const way = ['proposed', 'accepted', 'contact', 'negotiation', 'agreement'] as const;

interface Walked {
  readonly slug: string;
  readonly id: number;
  readonly sample: SampleConnection;
}

async function walk(tx: Tx, sides: Sides, { slug, id, sample }: Walked): Promise<void> {
  if (sample.reach === 'ended') {
    const { reason = 'too-early', endNote: note = '' } = sample;
    kept(slug, await decline(tx, sides.need, { id, reason, note }));
    return;
  }
  const reached = way.indexOf(sample.reach);
  if (reached >= 1) await acceptBoth(tx, sides, { slug, id, sample });
  if (reached >= 2) kept(slug, await move(tx, sides.broker, { id, step: 'contact' }));
  if (reached >= 3) kept(slug, await move(tx, sides.broker, { id, step: 'negotiate' }));
  if (reached >= 4) await agree(tx, sides, { slug, id, sample });
  await talk(tx, sides, { slug, id, sample });
}

/** Whoever proposed has accepted with that. */
async function acceptBoth(tx: Tx, sides: Sides, { slug, id, sample }: Walked): Promise<void> {
  for (const side of ['need', 'offer'] as const)
    if (side !== sample.by) kept(slug, await accept(tx, sides[side], { id }));
}

/** Without a document: nothing that is shown as a sample counts as proven. */
async function agree(tx: Tx, sides: Sides, { slug, id, sample }: Walked): Promise<void> {
  const { amount = 0, contract: contractKind = 'development' } = sample;
  const agreed = { id, contractKind, amount, agreedOn: dateOf(new Date()) };
  kept(slug, await recordAgreement(tx, sides.need, { ...agreed, step: 'agree' }));
  const [entry] = await ledgerOf(tx, id);
  kept(slug, await confirm(tx, sides.offer, { id, entry: entry?.id ?? 0 }));
}

const dayMs = 24 * 60 * 60 * 1_000;

async function talk(tx: Tx, sides: Sides, { slug, id, sample }: Walked): Promise<void> {
  const { subState, message, meeting, nextStep } = sample;
  if (subState) kept(slug, await setSubState(tx, sides.broker, { id, subState }));
  if (message) kept(slug, await writeMessage(tx, sides[message[0]], { id, body: message[1] }));
  const nextStepOn = dateOf(new Date(Date.now() + 21 * dayMs));
  if (meeting) {
    const held = { heldOn: dateOf(new Date()), ...meeting };
    kept(slug, await recordMeeting(tx, sides.broker, { id, ...held, nextStep: meeting.agreed, nextStepOn }));
  }
  if (nextStep) kept(slug, await setNextStep(tx, sides.broker, { id, nextStep, nextStepOn }));
}
