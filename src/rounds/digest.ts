import type { Official, Piece } from '#documents/document.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import { roundWords as words } from '#language/words/rounds.ts';
import { taskWords } from '#language/words/tasks.ts';
import { comparisonOf } from './comparison.ts';
import type { Known } from './known.ts';

/** A block as the digest has it. */
export interface Answered {
  readonly name: TwoText;
  readonly body: string;
  readonly known: Known | null;
  readonly isLate: boolean;
}

interface Asked {
  readonly title: TwoText;
  readonly question: TwoText;
  readonly dueOn: string;
}

interface Made {
  readonly lang: Lang;
  readonly today: string;
}

/** All that came, one after another, with one table that compares: 书面交流材料汇编. */
export function digestOf(round: Asked, answers: readonly Answered[], { lang, today }: Made): Official {
  const came = answers.filter(({ known }) => known !== null);
  const missing = answers.filter(({ known }) => known === null).map(({ name }) => name[lang]);
  const body: Piece[] = [
    words.digestLead(round.dueOn, answers.length, came.length)[lang],
    round.question[lang],
    ...(missing.length === 0 ? [] : [words.digestMissing(missing.join(lang === 'zh' ? '、' : ', '))[lang]]),
    { heading: 1, text: words.compared[lang] },
    comparisonTable(came, lang),
    ...came.flatMap((answer) => partOf(answer, lang)),
  ];
  return { title: words.digestTitle(round.title)[lang], lang, body, date: today };
}

function comparisonTable(came: readonly Answered[], lang: Lang): Piece {
  const rows = comparisonOf(
    came.map(({ known }) => known),
    lang,
  );
  const columns = [
    { title: words.row[lang], share: 2 },
    ...came.map(({ name }) => ({ title: name[lang], isNumber: true })),
  ];
  const isWide = came.length > 4;
  return { table: { columns, rows: rows.map(({ title, cells }) => [title[lang], ...cells]), isWide } };
}

function partOf({ name, body, known, isLate }: Answered, lang: Lang): Piece[] {
  const late = known?.tasks.filter(({ light }) => light === 'red' || light === 'yellow') ?? [];
  return [
    { heading: 1, text: `${name[lang]}${isLate ? words.lateMark[lang] : ''}` },
    ...body.split('\n').filter((line) => line.trim() !== ''),
    ...late.map(
      ({ title, light, dueOn, last }) =>
        words.digestTask(title, taskWords.lights[light], { dueOn, last: last?.body ?? '' })[lang],
    ),
  ];
}
