import type { Actor } from '#accounts/actor.ts';
import { eventSheet } from '#events/event-sheet.ts';
import { findEvents, knownEvents } from '#events/read-sheet.server.ts';
import * as events from '#events/write-from-sheet.server.ts';
import { dateOf } from '#language/dates.ts';
import { listingSheet } from '#listings/listing-sheet.ts';
import { sidePaths, type Side } from '#listings/listing.ts';
import { findByReference, knownListings, sheetChoices as listingChoices } from '#listings/read-sheet.server.ts';
import * as listings from '#listings/write-from-sheet.server.ts';
import type { Choice } from '#lists/list.ts';
import type { SheetNoun } from '#lists/write-sheet.server.ts';
import { articleSheet } from '#news/article-sheet.ts';
import { knownArticles } from '#news/read-article-sheet.server.ts';
import { allColumns } from '#news/read-columns.server.ts';
import { changeFromSheet as changeArticle } from '#news/write-from-sheet.server.ts';
import { findRows, knownOrganisations, sheetChoices } from '#organisations/read-sheet.server.ts';
import { organisationSheet } from '#organisations/sheet.ts';
import * as organisations from '#organisations/write-from-sheet.server.ts';
import { valuesNoun } from '#indicators/write-from-sheet.server.ts';
import { planSheet } from '#plans/plan-sheet.ts';
import { findPlans, knownPlans } from '#plans/read-sheet.server.ts';
import * as plans from '#plans/write-from-sheet.server.ts';
import { projectSheet } from '#projects/list-sheet.ts';
import * as projectList from '#projects/read-list-sheet.server.ts';
import { addFromList, changeFromList } from '#projects/write-from-list.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { knownZones } from '#profiles/read-zone-list.server.ts';
import { zoneSheet } from '#profiles/zone-list.ts';
import { knownSlips } from '#slips/read-list.server.ts';
import { slipSheet } from '#slips/slip-list.ts';
import * as slips from '#slips/write-from-sheet.server.ts';
import { knownSources } from '#sources/read-list.server.ts';
import { sourceSheet } from '#sources/source-list.ts';
import * as sources from '#sources/write-from-sheet.server.ts';
import { taskChoices } from '#tasks/read-choices.server.ts';
import { findTasks, knownTasks } from '#tasks/read-sheet.server.ts';
import { taskSheet } from '#tasks/sheet.ts';
import * as tasks from '#tasks/write-from-sheet.server.ts';
import { correctEnglishName } from '#zones/write-name.server.ts';
import { clusterNoun, indicatorNoun, zoneOfFiles } from './measures.server.ts';

export async function columnChoices(tx: Tx): Promise<Choice[]> {
  const columns = await allColumns(tx);
  return columns.filter(({ parent }) => parent !== null).map(({ slug, name }) => ({ value: slug, label: name }));
}

/** How articles come back from a file. */
export async function articleNoun(tx: Tx): Promise<SheetNoun> {
  return {
    list: 'articles',
    shape: articleSheet(await columnChoices(tx)),
    known: knownArticles,
    apply: changeArticle,
  };
}

/** How organisations come back from a file. */
export async function organisationNoun(tx: Tx): Promise<SheetNoun> {
  return {
    list: 'organisations',
    shape: organisationSheet(await sheetChoices(tx)),
    known: knownOrganisations,
    find: findRows,
    apply: organisations.changeFromSheet,
    add: organisations.addFromSheet,
  };
}

/** How needs or offers come back from a file that this person sends. */
export function listingNoun(side: Side, actor: Actor): (tx: Tx) => Promise<SheetNoun> {
  return async (tx) => ({
    list: sidePaths[side],
    shape: listingSheet(side, await listingChoices(tx, actor)),
    known: (within, asker, ids) => knownListings(within, asker, { side, ids }),
    find: findByReference,
    apply: listings.changeFromSheet,
    add: (within, asker, cells) => listings.addFromSheet(within, asker, { side, cells }),
  });
}

/** How sources come back from a file. */
export const sourceNoun = (): Promise<SheetNoun> =>
  Promise.resolve({
    list: 'sources',
    shape: sourceSheet,
    known: knownSources,
    apply: sources.changeFromSheet,
    add: sources.addFromSheet,
  });

/** How English names of zones come back from a file. */
export const zoneNoun = (): Promise<SheetNoun> =>
  Promise.resolve({
    list: 'zones',
    shape: zoneSheet,
    known: knownZones,
    apply: (tx: Tx, actor: Actor, { id, cells }: { id: string; cells: Readonly<Record<string, string>> }) =>
      correctEnglishName(tx, actor, { code: id, nameEn: cells['name_en'] ?? '' }),
  });

/** How investments come back from a file that this person sends. */
export function projectNoun(actor: Actor): (tx: Tx) => Promise<SheetNoun> {
  return async (tx) => ({
    list: 'projects',
    shape: projectSheet(await projectList.sheetChoices(tx, actor)),
    known: projectList.knownProjects,
    apply: changeFromList,
    add: addFromList,
  });
}

/** How tasks come back from a file, as this person names units and plans. */
export const taskNoun =
  (actor: Actor) =>
  async (tx: Tx): Promise<SheetNoun> => {
    const choices = await taskChoices(tx, actor);
    return {
      ...{ list: 'tasks', shape: taskSheet(choices), known: knownTasks, find: findTasks(choices) },
      ...{ apply: tasks.changeFromSheet, add: tasks.addFromSheet },
    };
  };

/** How slips come back from a file. */
export const slipNoun = (): Promise<SheetNoun> => {
  const today = dateOf(new Date());
  return Promise.resolve({
    ...{ list: 'slips', shape: slipSheet, known: knownSlips },
    ...{ apply: slips.changeFromSheet(today), add: slips.addFromSheet(today) },
  });
};

/** How events come back from a file. */
export const eventNoun = (): Promise<SheetNoun> =>
  Promise.resolve({
    ...{ list: 'events', shape: eventSheet, known: knownEvents, find: findEvents },
    ...{ apply: events.changeFromSheet, add: events.addFromSheet },
  });

/** How plans come back from a file. */
export const planNoun = (): Promise<SheetNoun> =>
  Promise.resolve({
    ...{ list: 'plans', shape: planSheet, known: knownPlans, find: findPlans },
    ...{ apply: plans.changeFromSheet, add: plans.addFromSheet },
  });

/** Every list of the whole platform that a file can come into, by the name of the list; some are of one zone. */
export function sheetNouns(actor: Actor, zone?: string): Readonly<Record<string, (tx: Tx) => Promise<SheetNoun>>> {
  return {
    organisations: organisationNoun,
    articles: articleNoun,
    [sidePaths.need]: listingNoun('need', actor),
    [sidePaths.offer]: listingNoun('offer', actor),
    projects: projectNoun(actor),
    sources: sourceNoun,
    zones: zoneNoun,
    tasks: taskNoun(actor),
    slips: slipNoun,
    events: eventNoun,
    plans: planNoun,
    indicators: (tx) => indicatorNoun(tx, zone ?? zoneOfFiles(actor, 'indicators') ?? ''),
    observations: () => Promise.resolve(valuesNoun),
    clusters: (tx) => clusterNoun(tx, zone ?? zoneOfFiles(actor, 'clusters') ?? ''),
  };
}
