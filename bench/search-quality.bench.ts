import { commandLine } from '#accounts/actor.ts';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Database } from '#platform/database.server.ts';
import type { Entry } from '#search/entry.ts';
import { findHits } from '#search/read.server.ts';
import { putEntries } from '#search/write.server.ts';
import { segment } from '#text/segment.server.ts';
import { readCsv } from './csv.ts';
import { withDatabase } from './database.ts';
import type { Bench, Figure } from './report.ts';

interface Question {
  readonly text: string;
  readonly right: string;
}

/** Ranked ids for each question, at most ten. */
type Answers = readonly (readonly string[])[];

/** Do people find the paragraph that answers their question? Judged questions, through the product's own tables. */
export const bench: Bench = async ({ dir }) => {
  if (dir === undefined) throw new Error('search-quality needs --dir with documents.csv and queries.csv');
  const documents = (await readCsv(join(dir, 'documents.csv'))).map(entryFor);
  const questions = (await readCsv(join(dir, 'queries.csv'))).map(
    ({ question = '', relevant_doc_id: right = '' }): Question => ({ text: question, right }),
  );
  return withDatabase(async (database, postgres) => {
    await database.inTransaction(commandLine, (tx) => putEntries(tx, documents));
    await database.db.execute(sql`analyze search_entry`);
    const answers = await ask(database, questions);
    if (process.env['BENCH_MISSES']) printMisses(questions, answers);
    return {
      postgres,
      dataset: `${documents.length} paragraphs, ${questions.length} questions from ${dir}`,
      figures: figuresFor(questions, answers, true),
      reference: {
        what: 'plain BM25 (k1 1.2, b 0.75) over the same words, in memory',
        figures: figuresFor(questions, bm25(documents, questions), false),
      },
    };
  });
};

function entryFor({ doc_id: id = '', title = '', text = '' }: Record<string, string>): Entry {
  return { kind: 'article', id, lang: 'zh', path: `/news/${id}`, title, names: [], body: text };
}

async function ask({ db }: Database, questions: readonly Question[]): Promise<Answers> {
  const answers: string[][] = [];
  for (const { text } of questions) {
    const { hits } = await findHits(db, { text, lang: 'zh', limit: 10 });
    answers.push(hits.map((hit) => hit.id));
  }
  return answers;
}

function figuresFor(questions: readonly Question[], answers: Answers, gated: boolean): Figure[] {
  const ranks = questions.map(({ right }, place) => (answers[place] ?? []).indexOf(right) + 1);
  const share = (holds: (rank: number) => boolean) => ranks.filter(holds).length / ranks.length;
  const reciprocal = ranks.reduce((sum, rank) => sum + (rank > 0 && rank <= 10 ? 1 / rank : 0), 0) / ranks.length;
  const figure = (name: string, value: number, least?: number): Figure =>
    gated && least !== undefined
      ? { name, value, unit: '', target: `≥ ${least}`, reached: value >= least }
      : { name, value, unit: '' };
  return [
    figure(
      'R@1',
      share((rank) => rank === 1),
      0.97,
    ),
    figure(
      'R@5',
      share((rank) => rank >= 1 && rank <= 5),
    ),
    figure('MRR@10', reciprocal, 0.98),
  ];
}

function bm25(documents: readonly Entry[], questions: readonly Question[]): Answers {
  const postings = new Map<string, Map<number, number>>();
  const lengths = documents.map((document, place) => {
    const words = segment(`${document.title} ${document.body}`);
    for (const word of words) {
      const list = postings.get(word) ?? new Map<number, number>();
      postings.set(word, list.set(place, (list.get(place) ?? 0) + 1));
    }
    return words.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return questions.map(({ text }) => {
    const scores = new Map<number, number>();
    for (const word of new Set(segment(text))) {
      const list = postings.get(word) ?? new Map<number, number>();
      const idf = Math.log(1 + (documents.length - list.size + 0.5) / (list.size + 0.5));
      for (const [place, count] of list) {
        const long = 0.25 + (0.75 * (lengths[place] ?? 0)) / average;
        scores.set(place, (scores.get(place) ?? 0) + (idf * count * 2.2) / (count + 1.2 * long));
      }
    }
    const best = [...scores].sort(([, one], [, other]) => other - one).slice(0, 10);
    return best.map(([place]) => documents[place]?.id ?? '');
  });
}

function printMisses(questions: readonly Question[], answers: Answers): void {
  questions.forEach(({ text, right }, place) => {
    const rank = (answers[place] ?? []).indexOf(right) + 1;
    if (rank !== 1) console.error(`${rank}\t${right}\t${answers[place]?.[0] ?? '-'}\t${text}`);
  });
}
