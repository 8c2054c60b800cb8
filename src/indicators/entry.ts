import { indicatorDeskWords as words } from '#language/words/indicator-desk.ts';
import { observationWords } from '#language/words/observations.ts';
import type { Choice } from '#lists/list.ts';
import { done, refused } from '#platform/outcome.ts';
import {
  addressField,
  choiceField,
  decimalField,
  textField,
  wholeField,
  type Cells,
  type Field,
} from '#profiles/field.ts';
import { observationStates, type Accumulation } from './indicator.ts';
import type { ObservationInput } from './observation.ts';
import { endAt, placeOf, type Period } from './period.ts';
import { periodInWords } from './period-words.ts';

const states: readonly Choice[] = observationStates.map((value) => ({ value, label: words.states[value] }));

interface Timed {
  readonly period: Period;
  readonly accumulation: Accumulation;
  readonly baselineOn: string | null;
}

const mostOffered = 36;

/** The periods a value can be entered for, the newest first. */
export function periodChoices({ period, accumulation, baselineOn }: Timed, today: string): Choice[] {
  const last = placeOf(period, today);
  const least = last - mostOffered + 1;
  const first = baselineOn === null ? least : Math.min(Math.max(placeOf(period, baselineOn), least), last);
  return Array.from({ length: last - first + 1 }, (_, back) => {
    const end = endAt(period, last - back);
    return { value: end, label: periodInWords(period, end, accumulation) };
  });
}

/** What is asked of a value. */
export function entryFields(periods: readonly Choice[]): Field[] {
  return [
    choiceField({ key: 'end', title: words.end }, periods),
    { ...decimalField({ key: 'value', title: words.value }), input: 'number' },
    choiceField({ key: 'state', title: words.state }, states),
    textField({ key: 'sourceZh', title: words.sourceZh, hint: words.sourceHint }, 400, true),
    textField({ key: 'sourceEn', title: words.sourceEn }, 400),
    addressField({ key: 'sourceUrl', title: words.sourceUrl }),
    articleField,
    textField({ key: 'note', title: words.note, hint: words.noteHint }, 1000),
  ];
}

/** The number of an article, also as the end of its address. */
const articleField: Field = {
  ...wholeField({ key: 'articleId', title: words.article }, 1, { to: 999_999_999, otherwise: 0 }),
  read: (text) => {
    const [, id] = /(?:^|\/news\/)(\d{1,12})\/?$/.exec(text.trim()) ?? [];
    if (text.trim() === '') return done('');
    return id ? done(id) : refused({ says: observationWords.noArticle });
  },
};

/** What the verb is asked, of cells that were read by the fields above. */
export function observationSaid(cells: Cells): Omit<ObservationInput, 'indicator'> {
  const text = (key: string) => cells[key] ?? '';
  return {
    // The verb reads them by its schema.
    ...{
      end: text('end'),
      value: Number(text('value') || 'nothing'),
      state: text('state') as ObservationInput['state'],
    },
    ...{ sourceZh: text('sourceZh'), sourceEn: text('sourceEn'), sourceUrl: text('sourceUrl'), note: text('note') },
    articleId: text('articleId') === '' ? null : Number(text('articleId')),
  };
}

/** Which revision of the period the form showed: it carries `2026-06-30:2` for each that had a value. */
export function seenIn({ seen, end = '' }: Cells): { seen?: number } {
  if (seen === undefined || end === '') return {};
  const one = seen.split(' ').find((shown) => /^\d{4}-\d\d-\d\d:\d{1,9}$/.test(shown) && shown.startsWith(`${end}:`));
  return { seen: Number(one?.slice(end.length + 1) ?? 0) };
}
