import type { Official } from '#documents/document.ts';
import { slipDocumentWords as words } from '#language/words/slip-document.ts';
import { slipWords } from '#language/words/slips.ts';
import type { SlipView } from './read.server.ts';

/** A slip as an official document: to whom, what about, until when, and what has happened. Documents of authorities are Chinese. */
export function slipDocument(slip: SlipView, { zone, today }: { zone: string; today: string }): Official {
  const solve = slip.reading.steps.find(({ step }) => step === 'solve');
  return {
    title: words.title,
    number: slip.reference,
    ...(slip.unit && { to: slip.unit.zh }),
    body: [
      words.opening(slip.title, slipWords.causes[slip.cause].zh),
      ...(slip.demand === '' ? [] : [{ heading: 1 as const, text: slipWords.demand.zh }, ...slip.demand.split('\n')]),
      { heading: 1, text: words.limits },
      words.limitLine(slipWords.difficulties[slip.difficulty].zh, solve?.dueOn ?? ''),
      { table: clockTable(slip) },
      { heading: 1, text: slipWords.history.zh },
      { table: eventTable(slip) },
    ],
    signer: zone,
    date: today,
  };
}

function clockTable({ reading }: SlipView) {
  return {
    columns: [words.step, words.due, words.done, words.standing].map((title) => ({ title })),
    rows: reading.steps
      .filter(({ standing }) => standing !== 'not-asked')
      .map(({ step, dueOn, doneOn, standing }) => [
        ...[slipWords.steps[step].zh, dueOn ?? '', doneOn ?? '', slipWords.standings[standing].zh],
      ]),
  };
}

function eventTable({ events }: SlipView) {
  const { day, what, who, note } = words;
  return {
    columns: [{ title: day }, { title: what }, { title: who }, { title: note, share: 3 }],
    rows: events
      .filter(({ kind }) => kind !== 'escalated')
      .map((event) => [
        ...[event.happenedOn, slipWords.events[event.kind].zh, event.who ?? slipWords.system.zh, noteOf(event)],
      ]),
  };
}

function noteOf({ kind, note, until }: SlipView['events'][number]): string {
  if (kind === 'coloured') return note in slipWords.colours ? slipWords.colours[note as 'blue'].zh : note;
  return until === null ? note : `${note}（${slipWords.until(until).zh}）`;
}
