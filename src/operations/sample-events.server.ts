import type { Actor } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import { saveAgendaItem } from '#events/write-agenda.server.ts';
import { attachListing } from '#events/write-listings.server.ts';
import { markSample } from '#events/write-sample.server.ts';
import { addEvent, publishEvent } from '#events/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { kept } from './sample-kept.ts';
import type { SampleEvent } from './sample-shapes.ts';

const dayMs = 24 * 60 * 60 * 1_000;

/** Adds the sample's events with their agenda and what is shown at them. */
export async function loadEvents(
  tx: Tx,
  actor: Actor,
  { all, listings }: { all: readonly SampleEvent[]; listings: ReadonlyMap<string, number> },
): Promise<void> {
  for (const sample of all) {
    const { slug, zone } = sample;
    const { fields, day } = fieldsOf(sample);
    const { id } = kept(slug, await addEvent(tx, actor, { zone, fields }));
    await markSample(tx, id);
    for (const item of sample.agenda) await addItem(tx, actor, { slug, id, day, item });
    for (const listing of sample.listings)
      kept(slug, await attachListing(tx, actor, { event: id, listing: listings.get(listing) ?? 0 }));
    kept(slug, await publishEvent(tx, actor, id));
  }
}

/** As its form would send it. */
function fieldsOf(sample: SampleEvent) {
  const { kind, titleZh, titleEn, summaryZh, summaryEn, venueZh, venueEn, capacity } = sample;
  const { beginsAt, endsAt } = momentsOf(sample);
  return {
    day: beginsAt.slice(0, 10),
    fields: {
      ...{ kind, titleZh, titleEn, summaryZh, summaryEn, venueZh, venueEn, capacity },
      ...{ beginsAt, endsAt, registrationClosesAt: '' },
    },
  };
}

function momentsOf({ begins, ends, inDays = 1, from, to }: SampleEvent): { beginsAt: string; endsAt: string } {
  if (begins !== undefined && ends !== undefined) return { beginsAt: begins, endsAt: ends };
  const day = dateOf(new Date(Date.now() + inDays * dayMs));
  return { beginsAt: `${day}T${from ?? '09:00'}`, endsAt: `${day}T${to ?? '17:00'}` };
}

interface Item {
  readonly slug: string;
  readonly id: number;
  readonly day: string;
  readonly item: SampleEvent['agenda'][number];
}

async function addItem(tx: Tx, actor: Actor, { slug, id, day, item }: Item): Promise<void> {
  const { from, to, titleZh, titleEn } = item;
  const speakers = item.speakers.map(([nameZh, nameEn, organisation]) => ({ nameZh, nameEn, organisation }));
  const fields = {
    ...{ beginsAt: `${day}T${from}`, endsAt: `${day}T${to}`, titleZh, titleEn },
    ...{ roomZh: '', roomEn: '', speakers },
  };
  kept(slug, await saveAgendaItem(tx, actor, { event: id, fields }));
}
