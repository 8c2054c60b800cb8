import type { Lang } from '#language/lang.ts';
import { meetingWords as words } from '#language/words/pipeline-meeting.ts';
import { projectWords } from '#language/words/projects.ts';
import type { Official, Piece } from '#documents/document.ts';
import type { Decision, Meeting, MovedProject, StuckProject } from './meeting.ts';
import { reasonInWords } from '#projects/reason.ts';
import { movedInWords } from './moved.ts';

interface Minutes {
  readonly meeting: Meeting;
  readonly moved: readonly MovedProject[];
  readonly decisions: readonly Decision[];
}

/** The minutes as an official document: what was decided first, then what it rests on. */
export function minutesOf({ meeting, moved, decisions }: Minutes, lang: Lang): Official {
  const said = [
    words.heldBy(meeting.heldOn, meeting.chair)[lang],
    ...(meeting.present ? [words.presentWere(meeting.present)[lang]] : []),
    ...meeting.notes.split('\n').filter((line) => line.trim() !== ''),
  ];
  return {
    ...{ title: words.minutesTitle(meeting.zone.name[lang], meeting.heldOn)[lang], lang, date: meeting.heldOn },
    signer: meeting.zone.name[lang],
    body: [
      ...said,
      ...section(words.decisionsTitle[lang], decisionTable(decisions, lang), words.noDecisions[lang]),
      ...section(words.movedCount(moved.length)[lang], movedTable(moved, lang), words.nothingMoved[lang]),
      ...section(
        words.stuckCount(meeting.stuck.length)[lang],
        stuckTable(meeting.stuck, lang),
        words.nothingStuck[lang],
      ),
    ],
  };
}

interface Table {
  readonly columns: readonly { readonly title: string; readonly share?: number }[];
  readonly rows: readonly (readonly string[])[];
}

function section(text: string, table: Table, none: string): Piece[] {
  return [{ heading: 1, text }, table.rows.length === 0 ? none : { table }];
}

function decisionTable(decisions: readonly Decision[], lang: Lang): Table {
  return {
    columns: [
      { title: words.decision[lang], share: 4 },
      { title: words.project[lang], share: 2 },
      { title: words.unit[lang], share: 2 },
      { title: words.person[lang] },
      { title: words.dueOn[lang], share: 1.5 },
    ],
    rows: decisions.map(({ body, project, unit, personName, dueOn }) => [
      ...[body, project?.name[lang] ?? '', unit?.[lang] ?? '', personName, dueOn ?? ''],
    ]),
  };
}

function movedTable(moved: readonly MovedProject[], lang: Lang): Table {
  return {
    columns: [
      { title: words.project[lang], share: 3 },
      { title: words.change[lang], share: 4 },
    ],
    rows: moved.map(({ name, moved: lines }) => [
      name[lang],
      lines.map((line) => `${line.on} ${movedInWords(line)[lang]}`).join('；'),
    ]),
  };
}

function stuckTable(stuck: readonly StuckProject[], lang: Lang): Table {
  return {
    columns: [
      { title: words.project[lang], share: 3 },
      { title: words.light[lang] },
      { title: words.stage[lang] },
      { title: words.inStage[lang], share: 2 },
      { title: words.why[lang], share: 4 },
    ],
    rows: stuck.map(({ name, light, stage, days, usual, reasons }) => [
      ...[name[lang], projectWords.lights[light][lang], projectWords.stages[stage][lang]],
      words.daysAgainst(days, usual)[lang],
      reasons.map((reason) => reasonInWords(reason)[lang]).join('；'),
    ]),
  };
}
