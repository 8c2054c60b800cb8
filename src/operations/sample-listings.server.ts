import type { Actor } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import { createListing } from '#listings/write-create.server.ts';
import { saveListing } from '#listings/write-save.server.ts';
import { saveTranslation } from '#listings/write-translation.server.ts';
import { acceptListing, publishListing, submitListing } from '#listings/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { kept } from './sample-kept.ts';
import type { SampleListing } from './sample-shapes.ts';

const dayMs = 24 * 60 * 60 * 1_000;

/** Adds the sample's needs and offers, each as far as its file says; answers their ids by slug. */
export async function loadListings(
  tx: Tx,
  actor: Actor,
  { all, organisations }: { all: readonly SampleListing[]; organisations: ReadonlyMap<string, number> },
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const sample of all) ids.set(sample.slug, await loadOne(tx, actor, { sample, organisations }));
  return ids;
}

async function loadOne(
  tx: Tx,
  actor: Actor,
  { sample, organisations }: { sample: SampleListing; organisations: ReadonlyMap<string, number> },
): Promise<number> {
  const { slug, side, kind, zh, en, state } = sample;
  const organisationId = organisations.get(sample.organisation);
  const begun = { side, kind, organisationId, lang: 'zh', title: zh['title'] };
  const { id } = kept(slug, await createListing(tx, actor, begun));
  const saved = kept(slug, await saveListing(tx, actor, { id, seen: 1, content: contentOf(sample) }));
  if (en) {
    const texts = { ...en, targetNames: sample.targets.map((target) => target.en) };
    kept(slug, await saveTranslation(tx, actor, { id, seen: saved.revision, lang: 'en', madeHow: 'human', texts }));
  }
  if (state !== 'draft') kept(slug, await submitListing(tx, actor, { id }));
  if (state === 'published') {
    kept(slug, await acceptListing(tx, actor, { id }));
    kept(slug, await publishListing(tx, actor, { id }));
  }
  return id;
}

function contentOf({ side, kind, zh, targets, industries, cooperation, anonymous, ...facts }: SampleListing) {
  const { budget = [null, null], rights = null, deadlineDays, stage = null } = facts;
  return {
    ...{ ...zh, kind, industries, cooperation, rights, isAnonymous: anonymous },
    ...{ budgetLow: budget[0], budgetHigh: budget[1] },
    ...(side === 'offer' ? { stage } : { deadline: dayIn(deadlineDays) }),
    targets: targets.map(({ zh: name, comparison, value, unit }) => ({ name, comparison, value, unit })),
  };
}

function dayIn(days: number | undefined): string | null {
  return days === undefined ? null : dateOf(new Date(Date.now() + days * dayMs));
}
