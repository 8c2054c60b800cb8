import { prepare, type Prepared } from '#matching/prepare.ts';
import { rank } from '#matching/rank.ts';
import { statisticsOf } from '#matching/statistics.ts';
import { segment } from '#text/segment.server.ts';
import { foldsOf, readJudged, spread, type JudgedNeed } from './judged-pairs.ts';
import { auc, aucWithin, closeness, ndcgAt10, type Scores } from './ranking-measures.ts';
import type { Bench, Figure } from './report.ts';

/** Are the offers that people judged to fit a need at the top? Judged pairs of needs and titles of achievements. */
export const bench: Bench = async ({ dir }) => {
  if (dir === undefined) throw new Error('techmatch needs --dir with needs.csv and pairs.csv');
  const { needs, merged, contradicting } = await readJudged(dir);
  const folds = foldsOf(needs, 10);
  const pairs = needs.reduce((sum, { offers }) => sum + offers.length, 0);
  const figures = (scores: Scores) => figuresOf(scores, folds);
  const [first, ...rest] = figures(shipped(needs));
  return {
    dataset: `${pairs} judged pairs of ${needs.length} needs from ${dir}; ${merged} repeated judgements became one pair with the median level (${contradicting} contradicted each other)`,
    figures: first === undefined ? [] : [{ ...first, target: '≥ 0.68', reached: first.value >= 0.68 }, ...rest],
    reference: {
      what: 'plain BM25 (k1 1.2, b 0.75) over the words of title and text; after it an order drawn by chance',
      figures: [
        ...figures(bm25(needs)),
        ...figures(byChance(needs)).map((one) => ({ ...one, name: `chance: ${one.name}` })),
      ],
    },
    notes: [
      'Nothing of the ranking is learned: its few weights are set by hand. Only the thresholds of 1/(1+MAE) are fitted, on nine folds of the needs for the tenth.',
      'Gain of nDCG: 2^(level-1)-1, so that "none" gains nothing; the other form counts 2^level-1. Needs without any gain are left out.',
    ],
  };
};

function figuresOf(scores: Scores, folds: readonly (readonly JudgedNeed[])[]): Figure[] {
  const figure = (name: string, value: number): Figure => ({ name, value, unit: '' });
  return [
    figure('nDCG@10 by need', ndcgAt10(scores, 1)),
    figure('nDCG@10 by need, gain 2^level-1', ndcgAt10(scores, 0)),
    figure('AUC, level ≥ 3 against 1, all pairs', auc(scores)),
    figure('AUC, level ≥ 3 against 1, within each need', aucWithin(scores)),
    figure('1/(1+MAE), thresholds by need folds', closeness(scores, folds)),
  ];
}

/** As the product ranks: the same functions, with nothing but titles and texts to go by. */
function shipped(needs: readonly JudgedNeed[]): Scores {
  const offers = new Map<string, Prepared>();
  for (const { id, title } of needs.flatMap((need) => need.offers))
    offers.set(title, offers.get(title) ?? offer(id, title));
  const prepared = new Map(
    needs.map((need) => [need, prepare({ ...plain(need.id, 'need'), texts: [textsOf(need)] }, segment)]),
  );
  const context = { statistics: statisticsOf([...prepared.values(), ...offers.values()]), today: '2026-01-01' };
  return new Map(
    [...prepared].map(([need, asked]) => {
      const candidates = need.offers.flatMap(({ title }) => offers.get(title) ?? []);
      const scores = new Map(rank(asked, candidates, context).map(({ id, score }) => [id, score]));
      return [need, candidates.map(({ document: { id } }) => scores.get(id) ?? 0)];
    }),
  );
}

const plain = (id: string, role: 'need' | 'offer') => ({ id, role, organisation: `${role} ${id}` });

function textsOf({ title, text }: JudgedNeed) {
  return { lang: 'zh' as const, title, body: text };
}

function offer(id: string, title: string): Prepared {
  return prepare({ ...plain(id, 'offer'), texts: [{ lang: 'zh', title }] }, segment);
}

function byChance(needs: readonly JudgedNeed[]): Scores {
  return new Map(needs.map((need) => [need, need.offers.map(({ id }) => spread(`chance ${id}`))]));
}

function bm25(needs: readonly JudgedNeed[]): Scores {
  const offers = needs.flatMap((need) => need.offers.map(({ title }) => segment(title)));
  const average = offers.reduce((sum, words) => sum + words.length, 0) / offers.length;
  const holding = new Map<string, number>();
  for (const word of offers.flatMap((words) => [...new Set(words)])) holding.set(word, (holding.get(word) ?? 0) + 1);
  const scoreOf = (asked: ReadonlySet<string>, words: readonly string[]) =>
    [
      ...Map.groupBy(
        words.filter((word) => asked.has(word)),
        (word) => word,
      ),
    ].reduce((sum, [word, { length: count }]) => {
      const withIt = holding.get(word) ?? 0;
      const idf = Math.log(1 + (offers.length - withIt + 0.5) / (withIt + 0.5));
      return sum + (idf * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * words.length) / average));
    }, 0);
  return new Map(
    needs.map((need) => {
      const asked = new Set(segment(`${need.title} ${need.text}`));
      return [need, need.offers.map(({ title }) => scoreOf(asked, segment(title)))];
    }),
  );
}
