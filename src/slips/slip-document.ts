import type { Official } from '#documents/document.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import { slipDocumentWords as words } from '#language/words/slip-document.ts';
import { slipLetterWords as letterWords } from '#language/words/slip-letters.ts';
import { slipWords } from '#language/words/slips.ts';
import type { SlipView } from './read.server.ts';

interface Of {
  readonly zone: TwoText;
  readonly today: string;
  readonly lang: Lang;
}

/** A slip as an official document: to whom, what about, until when, and what has happened. */
export function slipDocument(slip: SlipView, { zone, today, lang }: Of): Official {
  const solve = slip.reading.steps.find(({ step }) => step === 'solve');
  const demand = slip.demand[lang];
  return {
    ...{ lang, title: words.title[lang], number: slip.reference },
    ...(slip.unit && { to: slip.unit[lang] }),
    body: [
      words.opening(slip.title, slipWords.causes[slip.cause])[lang],
      ...(demand === '' ? [] : [{ heading: 1 as const, text: slipWords.demand[lang] }, ...demand.split('\n')]),
      { heading: 1, text: words.limits[lang] },
      words.limitLine(slipWords.difficulties[slip.difficulty], solve?.dueOn ?? '')[lang],
      { table: clockTable(slip, lang) },
      { heading: 1, text: slipWords.history[lang] },
      { table: eventTable(slip, lang) },
    ],
    signer: zone[lang],
    date: today,
  };
}

function clockTable({ reading }: SlipView, lang: Lang) {
  return {
    columns: [words.step, words.due, words.done, words.standing].map((title) => ({ title: title[lang] })),
    rows: reading.steps
      .filter(({ standing }) => standing !== 'not-asked')
      .map(({ step, dueOn, doneOn, standing }) => [
        ...[slipWords.steps[step][lang], dueOn ?? '', doneOn ?? '', slipWords.standings[standing][lang]],
      ]),
  };
}

function eventTable({ events }: SlipView, lang: Lang) {
  const [day, what, who] = [words.day, words.what, words.who].map((title) => ({ title: title[lang] }));
  return {
    columns: [day, what, who, { title: words.note[lang], share: 3 }].filter((column) => column !== undefined),
    rows: events
      .filter(({ kind }) => kind !== 'escalated')
      .map((event) => [
        ...[event.happenedOn, slipWords.events[event.kind][lang], event.who ?? slipWords.system[lang]],
        noteOf(event, lang),
      ]),
  };
}

function noteOf({ kind, note, until }: SlipView['events'][number], lang: Lang): string {
  if (kind === 'coloured') return note.zh in slipWords.colours ? slipWords.colours[note.zh as 'blue'][lang] : note.zh;
  if (until === null) return note[lang];
  const by = kind === 'answered' ? letterWords.expected(until) : slipWords.until(until);
  return slipWords.noteUntil(note[lang], by)[lang];
}
