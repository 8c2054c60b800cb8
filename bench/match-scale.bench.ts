import type { MatchDocument } from '#matching/document.ts';
import { prepare, type Prepared } from '#matching/prepare.ts';
import { rank } from '#matching/rank.ts';
import { createShortlist } from '#matching/shortlist.ts';
import { statisticsOf } from '#matching/statistics.ts';
import { segment } from '#text/segment.server.ts';
import { generated } from './generated-offers.ts';
import { percentile, type Bench, type Figure } from './report.ts';

const sizes = [1_000, 10_000, 100_000];
/** How many of the shortlist are cut and ranked with all their parts. */
const looked = 100;

/** How long does it take to find and explain offers for a need, and needs for a changed offer, however many there are? */
export const bench: Bench = () => {
  const figures = sizes.flatMap(measured);
  return Promise.resolve({
    dataset: `${sizes.join(', ')} generated offers of about 250 characters, a tenth as many needs; ${looked} of the shortlist are cut again, ranked and explained`,
    figures,
    reference: { what: 'each of 1,000 offers ranked without a shortlist', figures: [withoutShortlist()] },
    notes: [
      'Times are of the clock: on a busy machine they are those of waiting. The processor time is what the work itself takes, tidying of memory included.',
      'The words are drawn from about 3,000, so that each stands in far more documents than in real life: an upper bound.',
    ],
  });
};

const cut = (document: MatchDocument) => prepare(document, segment);

function* prepared(documents: readonly MatchDocument[]): Generator<Prepared> {
  for (const document of documents) yield cut(document);
}

function measured(size: number): Figure[] {
  const offers = new Map(generated(size, 'offer', 1).map((one) => [one.id, one]));
  const needs = new Map(generated(size / 10, 'need', 2).map((one) => [one.id, one]));
  const before = used();
  const statistics = statisticsOf(prepared([...offers.values()].slice(0, 20_000)));
  const [ofOffers, ofNeeds] = [createShortlist(statistics), createShortlist(statistics)];
  const built = timed(() => {
    for (const one of prepared([...offers.values()])) ofOffers.put(one);
  });
  for (const one of prepared([...needs.values()])) ofNeeds.put(one);
  const memory = used() - before;
  const context = { statistics, today: '2026-11-23', limit: 20 };
  const processor = process.cpuUsage();
  const forNeeds = [...needs.values()].slice(0, 100).map((need) =>
    timed(() => {
      const asked = cut(need);
      rank(asked, found(ofOffers.best(asked, looked), offers), context);
    }),
  );
  const { user, system } = process.cpuUsage(processor);
  const forOffers = [...offers.values()].slice(0, 100).map((offer) =>
    timed(() => {
      const asked = cut(offer);
      ofOffers.put(asked);
      rank(asked, found(ofNeeds.best(asked, looked), needs), context);
    }),
  );
  const name = (what: string) => `${size.toLocaleString('en')} offers: ${what}`;
  return [
    bounded(name('one need ranked, p50'), percentile(forNeeds, 0.5)),
    bounded(name('one need ranked, p95'), percentile(forNeeds, 0.95), 100),
    bounded(name('one need ranked, processor time, mean'), (user + system) / 1_000 / forNeeds.length),
    bounded(name('all needs against a changed offer, p95'), percentile(forOffers, 0.95), 1_000),
    { name: name('reading all into the shortlist'), value: built / 1_000, unit: 's' },
    { name: name('memory of the shortlists'), value: memory, unit: 'MB' },
  ];
}

function found(ids: readonly string[], documents: ReadonlyMap<string, MatchDocument>): Prepared[] {
  return ids.flatMap((id) => documents.get(id) ?? []).map(cut);
}

function withoutShortlist(): Figure {
  const offers = generated(1_000, 'offer', 1).map(cut);
  const needs = generated(20, 'need', 2).map(cut);
  const context = { statistics: statisticsOf([...offers, ...needs]), today: '2026-11-23' };
  return bounded(
    '1,000 offers ranked, p50',
    percentile(
      needs.map((need) => timed(() => rank(need, offers, context))),
      0.5,
    ),
  );
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Heap and typed arrays, in megabytes, after tidying where the process may. */
function used(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

function bounded(name: string, value: number, most?: number): Figure {
  return most === undefined
    ? { name, value, unit: 'ms' }
    : { name, value, unit: 'ms', target: `< ${most} ms`, reached: value < most };
}
