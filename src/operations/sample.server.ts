import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { removeSampleConnections } from '#connections/write-sample.server.ts';
import { removeSampleEvents } from '#events/write-sample.server.ts';
import { removeSampleListings } from '#listings/write-sample.server.ts';
import { sampleArticle } from '#news/sample.ts';
import { saveSampleArticle } from '#news/write-sample.server.ts';
import { removeSampleArticles } from '#news/write.server.ts';
import { hasSampleOrganisations } from '#organisations/read-sample.server.ts';
import { removeSampleOrganisations } from '#organisations/write-sample.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { loadConnections } from './sample-connections.server.ts';
import { loadEvents } from './sample-events.server.ts';
import { kept } from './sample-kept.ts';
import { loadListings } from './sample-listings.server.ts';
import { loadOrganisations } from './sample-organisations.server.ts';
import { sampleConnection, sampleEvent, sampleListing, sampleOrganisation } from './sample-shapes.ts';

/** Loads the sample of `folder`; loading it again changes nothing. */
export async function loadSample(tx: Tx, actor: Actor, folder: string): Promise<void> {
  await loadArticles(tx, actor, folder);
  if (await hasSampleOrganisations(tx)) return;
  const [organisations, listings, connections, events] = await Promise.all([
    fileOf(folder, 'organisations', sampleOrganisation),
    fileOf(folder, 'listings', sampleListing),
    fileOf(folder, 'connections', sampleConnection),
    fileOf(folder, 'events', sampleEvent),
  ]);
  const organisationIds = await loadOrganisations(tx, actor, organisations);
  const listingIds = await loadListings(tx, actor, { all: listings, organisations: organisationIds });
  await loadConnections(tx, actor, { all: connections, listings, listingIds, organisations: organisationIds });
  await loadEvents(tx, actor, { all: events, listings: listingIds });
}

async function loadArticles(tx: Tx, actor: Actor, folder: string): Promise<void> {
  const articles = join(folder, 'articles');
  const names = (await readdir(articles)).filter((name) => name.endsWith('.json')).sort();
  for (const name of names) {
    const text = await readFile(join(articles, name), 'utf8');
    kept(name, await saveSampleArticle(tx, actor, sampleArticle.parse(JSON.parse(text))));
  }
}

async function fileOf<T>(folder: string, name: string, shape: z.ZodType<T>): Promise<T[]> {
  return z.array(shape).parse(JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')));
}

/** Takes it out again: what stands on it first. What something of the site's own is tied to stays. */
export async function removeSample(tx: Tx, actor: Actor): Promise<void> {
  await removeSampleConnections(tx, actor);
  await removeSampleEvents(tx, actor);
  await removeSampleListings(tx, actor);
  await removeSampleOrganisations(tx, actor);
  await removeSampleArticles(tx, actor);
}
