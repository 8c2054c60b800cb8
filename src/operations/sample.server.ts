import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { removeSampleClusters } from '#clusters/write-sample.server.ts';
import { removeSampleConnections } from '#connections/write-sample.server.ts';
import { removeSampleEvents } from '#events/write-sample.server.ts';
import { removeSampleIndicators } from '#indicators/write-sample.server.ts';
import { removeSampleInstructions } from '#instructions/write-sample.server.ts';
import { removeSampleListings } from '#listings/write-sample.server.ts';
import { sampleArticle } from '#news/sample.ts';
import { saveSampleArticle } from '#news/write-sample.server.ts';
import { removeSampleArticles } from '#news/write.server.ts';
import { hasSampleOrganisations, sampleOrganisationsByName } from '#organisations/read-sample.server.ts';
import { removeSampleOrganisations } from '#organisations/write-sample.server.ts';
import { hasSamplePlans } from '#plans/read-sample.server.ts';
import { removeSamplePlans } from '#plans/write-sample.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { removeSampleUnits } from '#profiles/write-sample.server.ts';
import { removeSampleProjects } from '#projects/write-sample.server.ts';
import { removeSampleRounds } from '#rounds/write-sample.server.ts';
import { removeSampleSlips } from '#slips/write-sample.server.ts';
import { removeSampleTasks } from '#tasks/write-sample.server.ts';
import { loadConnections } from './sample-connections.server.ts';
import { loadDelivery } from './sample-delivery.server.ts';
import { sampleDelivery } from './sample-delivery-shapes.ts';
import { loadEvents } from './sample-events.server.ts';
import { kept } from './sample-kept.ts';
import { loadListings } from './sample-listings.server.ts';
import { loadOrganisations } from './sample-organisations.server.ts';
import {
  sampleConnection,
  sampleEvent,
  sampleListing,
  sampleOrganisation,
  type SampleOrganisation,
} from './sample-shapes.ts';

/** Loads the sample of `folder`; loading it again changes nothing. */
export async function loadSample(tx: Tx, actor: Actor, folder: string): Promise<void> {
  const articles = await loadArticles(tx, actor, folder);
  if (!(await hasSampleOrganisations(tx))) await loadExchange(tx, actor, folder);
  if (await hasSamplePlans(tx)) return;
  const sample = sampleDelivery.parse(await contentOf(folder, 'delivery'));
  const organisations = await loadedOrganisations(tx, await fileOf(folder, 'organisations', sampleOrganisation));
  await loadDelivery(tx, actor, { sample, organisations, articles });
}

async function loadExchange(tx: Tx, actor: Actor, folder: string): Promise<void> {
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

/** Their ids by slug. */
async function loadArticles(tx: Tx, actor: Actor, folder: string): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  const articles = join(folder, 'articles');
  const names = (await readdir(articles)).filter((name) => name.endsWith('.json')).sort();
  for (const name of names) {
    const text = await readFile(join(articles, name), 'utf8');
    const article = sampleArticle.parse(JSON.parse(text));
    ids.set(article.slug, kept(name, await saveSampleArticle(tx, actor, article)).id);
  }
  return ids;
}

/** What of the sample's organisations is there, by slug; the site may have taken some out. */
async function loadedOrganisations(tx: Tx, all: readonly SampleOrganisation[]): Promise<Map<string, number>> {
  const ids = await sampleOrganisationsByName(tx);
  return new Map(all.flatMap(({ slug, nameZh }) => [[slug, ids.get(nameZh) ?? 0] as const]).filter(([, id]) => id > 0));
}

async function fileOf<T>(folder: string, name: string, shape: z.ZodType<T>): Promise<T[]> {
  return z.array(shape).parse(await contentOf(folder, name));
}

async function contentOf(folder: string, name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'));
}

/** Takes it out again: what stands on it first. What something of the site's own is tied to stays. */
export async function removeSample(tx: Tx, actor: Actor): Promise<void> {
  await removeSampleSlips(tx, actor);
  await removeSampleRounds(tx, actor);
  await removeSampleTasks(tx, actor);
  await removeSampleIndicators(tx, actor);
  await removeSampleClusters(tx, actor);
  await removeSampleProjects(tx, actor);
  await removeSamplePlans(tx, actor);
  await removeSampleInstructions(tx, actor);
  await removeSampleUnits(tx, actor);
  await removeSampleConnections(tx, actor);
  await removeSampleEvents(tx, actor);
  await removeSampleListings(tx, actor);
  await removeSampleOrganisations(tx, actor);
  await removeSampleArticles(tx, actor);
}
