import { isOperator, zonesAs, type Actor } from '#accounts/actor.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import { minuteOf } from '#language/dates.ts';
import { articleListWords as words } from '#language/words/article-list.ts';
import type { Cell, Choice, List, Row } from '#lists/list.ts';
import type { Freshness } from '#publishing/freshness.ts';
import { states, type State, type WorkState } from '#publishing/state.ts';

/** One article as the desk lists it. */
export interface DeskArticle {
  readonly id: number;
  readonly state: State;
  readonly proposal: WorkState | null;
  readonly title: string;
  readonly zone: { readonly code: string; readonly name: TwoText } | undefined;
  readonly column: TwoText | undefined;
  readonly source: string;
  readonly english: Freshness | 'missing';
  readonly questions: number;
  readonly publishedAt: Date | null;
  readonly updatedAt: Date;
}

const stateChoices: readonly Choice[] = states.map((value) => ({ value, label: words.states[value] }));
export const englishFilter = ['missing', 'stale'] as const;
const englishChoices: readonly Choice[] = englishFilter.map((value) => ({ value, label: words.englishStates[value] }));

/** What the desk's list of articles can show and be asked for. A person of few zones chooses among them by name. */
export function articleList(columns: readonly Choice[], zones: readonly Choice[]): List {
  return {
    name: 'articles',
    columns: [
      { key: 'title', title: words.articleTitle },
      { key: 'state', title: words.state },
      { key: 'column', title: words.column },
      { key: 'zone', title: words.zone },
      { key: 'english', title: words.english },
      { key: 'questions', title: words.questions, isNumber: true },
      { key: 'source', title: words.source, extra: true },
      { key: 'published', title: words.published, sortable: true },
      { key: 'updated', title: words.updated, sortable: true },
      { key: 'id', title: words.id, sortable: true, extra: true, isNumber: true },
    ],
    filters: [
      { key: 'q', title: words.search, kind: 'search' },
      { key: 'state', title: words.state, kind: 'choice', choices: stateChoices },
      { key: 'column', title: words.column, kind: 'choice', choices: columns },
      zones.length > 0
        ? { key: 'zone', title: words.zone, kind: 'choice', choices: zones }
        : { key: 'zone', title: words.zoneCode, kind: 'search' },
      { key: 'english', title: words.english, kind: 'choice', choices: englishChoices },
      { key: 'from', title: words.updatedFrom, kind: 'date' },
      { key: 'to', title: words.updatedTo, kind: 'date' },
    ],
    sort: '-updated',
  };
}

/** Zones whose articles this person works on; undefined means all of them. */
export function zonesOfDesk(actor: Actor): string[] | undefined {
  if (isOperator(actor)) return undefined;
  return zonesAs(actor, ['editor', 'publisher']);
}

const stateTone: Readonly<Partial<Record<State, Cell['tone']>>> = {
  in_review: 'blue',
  scheduled: 'blue',
  sent_back: 'amber',
  published: 'green',
  withdrawn: 'red',
};

function stateCell({ state, proposal }: DeskArticle, lang: Lang): Cell {
  const name = proposal === null ? words.states[state] : words.changing(words.states[proposal]);
  const tone = stateTone[proposal ?? state];
  return tone ? { text: name[lang], tone } : { text: name[lang] };
}

export function articleRow(article: DeskArticle, lang: Lang): Row {
  const { id, title, english, questions, publishedAt, updatedAt } = article;
  const stale: Pick<Cell, 'tone'> = english === 'stale' ? { tone: 'amber' } : {};
  return {
    id: String(id),
    label: title,
    cells: {
      title: { text: title, href: `/${lang}/desk/articles/${id}` },
      state: stateCell(article, lang),
      column: { text: article.column?.[lang] ?? '' },
      zone: { text: article.zone?.name[lang] ?? '' },
      english: { text: words.englishStates[english][lang], ...stale },
      questions: { text: questions === 0 ? '' : String(questions) },
      source: { text: article.source },
      published: { text: publishedAt ? minuteOf(publishedAt) : '' },
      updated: { text: minuteOf(updatedAt) },
      id: { text: String(id) },
    },
  };
}
