import type { TwoText } from '#language/lang.ts';
import { profileWords as words } from '#language/words/profiles.ts';
import { listWords } from '#language/words/lists.ts';
import { choiceCell, textCell, type SheetShape } from '#lists/sheet.ts';
import type { Choice } from '#lists/list.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';

/** What is said of a row, by field: the same words in a form and in a file. */
export type Cells = Readonly<Record<string, string>>;

/** One field of a row, said in a form or in a cell of a file. */
export interface Field {
  readonly key: string;
  readonly title: TwoText;
  readonly hint?: TwoText;
  readonly isRequired: boolean;
  /** What the text means, or why it may not be that. */
  readonly read: (text: string) => Outcome<string>;
  readonly input: 'text' | 'tel' | 'email' | 'url' | 'number' | 'date' | 'choice';
  readonly choices?: readonly Choice[];
  /** How many lines a text has; one where nothing is said. */
  readonly lines?: number;
}

/** A field without what only the server does with it. */
export function shownField({ key, title, hint, isRequired, input, choices, lines }: Field): Omit<Field, 'read'> {
  const said = { key, title, isRequired, input, ...(hint && { hint }), ...(choices && { choices }) };
  return lines === undefined ? said : { ...said, lines };
}

type Said = Pick<Field, 'key' | 'title' | 'hint'>;

export function textField(said: Said, longest: number, isRequired = false): Field {
  const read = textCell(longest, !isRequired);
  return { ...said, isRequired, input: 'text', read: (text) => (isClean(text) ? read(text) : notClean()) };
}

export function choiceField(said: Said, choices: readonly Choice[]): Field {
  return { ...said, isRequired: true, input: 'choice', choices, read: choiceCell(choices) };
}

/** A whole number of a span; nothing said means `otherwise`, where that is given. */
export function wholeField(said: Said, from: number, { to, otherwise }: { to: number; otherwise?: number }): Field {
  const read = (text: string) => {
    const value = text.trim() === '' && otherwise !== undefined ? otherwise : Number(text.trim() || 'nothing');
    const fits = Number.isInteger(value) && value >= from && value <= to;
    return fits ? done(String(value)) : refused({ says: words.wholeBetween(from, to) });
  };
  return { ...said, isRequired: otherwise === undefined, input: 'number', read };
}

/** A number as people write it, 1,234.5 also; kept without the separators. */
export function decimalField(said: Said): Field {
  const read = (text: string) => {
    const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
    return /^-?\d{1,15}(\.\d{1,4})?$/.test(plain)
      ? done(plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain)
      : refused({ says: words.notNumber });
  };
  return { ...said, isRequired: true, input: 'text', read };
}

/** An address of the web, or nothing. */
export function addressField(said: Said): Field {
  const read = (text: string) => {
    const url = URL.parse(text.trim());
    if (text.trim() === '') return done('');
    const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
    return isWeb && isClean(text) && url.href.length <= 500 ? done(url.href) : refused({ says: words.notAddress });
  };
  return { ...said, isRequired: false, input: 'url', read };
}

/** A text of one shape, or nothing. */
export function shapedField(
  said: Said,
  input: 'tel' | 'email',
  { shape, says }: { shape: RegExp; says: TwoText },
): Field {
  const read = (text: string) => {
    const value = text.normalize('NFKC').trim();
    return value === '' || shape.test(value) ? done(value) : refused({ says });
  };
  return { ...said, isRequired: false, input, read };
}

/** PostgreSQL keeps neither NUL nor half a character. */
export function isClean(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}

function notClean() {
  return refused({ says: words.notClean });
}

/** Every field as it will be kept, or all that is wrong with them. A field that was not sent is as if nothing was said. */
export function readFields(fields: readonly Field[], sent: Cells): Outcome<Cells> {
  const problems: Problem[] = [];
  const cells: Record<string, string> = {};
  for (const { key, title, read } of fields) {
    const value = read(sent[key] ?? '');
    if (value.ok) cells[key] = value.value;
    else problems.push(...value.problems.map(({ says }) => ({ field: key, says: named(title, says) })));
  }
  return problems.length > 0 ? refused(...problems) : done(cells);
}

/** The summary stands apart from the fields, so each sentence says which one it means. */
function named(title: TwoText, says: TwoText): TwoText {
  return { zh: `${title.zh}：${says.zh}`, en: `${title.en}: ${says.en}` };
}

/** The same fields as a file; a row without a number is a new one. */
export function sheetOf(fields: readonly Field[]): SheetShape {
  const columns = fields.map(({ key, title, read }) => ({ key, title, read }));
  return { columns: [{ key: 'id', title: listWords.id }, ...columns], mayAdd: true };
}

/** Whether everybody may see it. */
export const visibility: readonly Choice[] = [
  { value: 'public', label: words.public },
  { value: 'internal', label: words.internal },
];
