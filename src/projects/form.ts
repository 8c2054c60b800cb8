import type { TwoText } from '#language/lang.ts';
import { projectFormWords as words } from '#language/words/project-form.ts';
import { projectWords } from '#language/words/projects.ts';
import type { FieldShown } from '#ui/field.ts';
import { inWan, yuanFrom } from '#listings/money.ts';
import type { Choice } from '#lists/list.ts';
import type { ProjectChange } from './input.ts';
import type { ProjectFormChoices } from './read-choices.server.ts';
import type { ProjectRow } from './read-row.server.ts';

export type Typed = Readonly<Record<string, string>>;

interface Part {
  readonly title: TwoText;
  readonly fields: readonly FieldShown[];
}

const title = (key: keyof typeof projectWords.fields) => ({ key, title: projectWords.fields[key] });
const zh = { lang: 'zh-Hans' } as const;
const en = { lang: 'en' } as const;
const nobody: Choice = { value: '', label: words.nobody };

const text = (key: keyof typeof projectWords.fields, longest: number, hint?: TwoText): FieldShown => ({
  ...{ ...title(key), input: 'text', longest },
  ...(hint && { hint }),
});
const choice = (key: keyof typeof projectWords.fields, choices: readonly Choice[]): FieldShown => ({
  ...{ ...title(key), input: 'choice', choices: [nobody, ...choices] },
});
const day = (key: keyof typeof projectWords.fields): FieldShown => ({ ...title(key), input: 'date' });

const whatFields: readonly FieldShown[] = [
  { ...text('nameZh', 256), isRequired: true, ...zh },
  { ...text('nameEn', 400), ...en },
  text('industries', 200, words.industriesHint),
  { ...title('summaryZh'), input: 'area', longest: 4000, ...zh },
  { ...title('summaryEn'), input: 'area', longest: 8000, ...en },
];
const shown: FieldShown = { ...title('isPublic'), input: 'choice', choices: words.publicChoices };

/** The form of a project, in its parts. */
export function formParts({ blocks, units, people }: ProjectFormChoices, mayShow: boolean): Part[] {
  const who = [text('investorName', 240, words.investorHint), text('country', 2, words.countryHint)];
  const where = [text('site', 200), text('longitude', 12, words.coordinateHint), text('latitude', 12)];
  const money = [text('plannedInvestment', 24, words.moneyHint), text('plannedFixedAssets', 24)];
  const manager = [choice('managerAccountId', people), text('managerName', 80, words.managerHint)];
  const next = [text('nextStep', 500), day('nextStepOn')];
  return [
    { title: words.what, fields: [...whatFields, ...(mayShow ? [shown] : [])] },
    { title: words.who, fields: [...who, text('agentName', 120)] },
    { title: words.where, fields: [choice('blockId', blocks), ...where] },
    { title: words.money, fields: [...money, text('currency', 3, words.currencyHint)] },
    { title: words.when, fields: [day('startsBy'), day('completedBy'), day('producesBy')] },
    { title: words.people, fields: [choice('leadUnitId', units), ...manager, ...next] },
  ];
}

type Said = Omit<ProjectChange, 'id' | 'revision'>;

const texts = ['nameZh', 'nameEn', 'summaryZh', 'summaryEn', 'site', 'agentName', 'managerName', 'nextStep'] as const;
const numbers = ['blockId', 'leadUnitId', 'managerAccountId'] as const;
const days = ['startsBy', 'completedBy', 'producesBy', 'nextStepOn'] as const;
const sums = ['plannedInvestment', 'plannedFixedAssets'] as const;

/** What a form sent, as the verbs take it: what is no number becomes one that the schema refuses beside its field. */
export function saidIn(typed: Typed): Said {
  const of = <Key extends string, Value>(keys: readonly Key[], read: (text: string) => Value) =>
    Object.fromEntries(keys.flatMap((key) => (key in typed ? [[key, read(typed[key] ?? '')]] : []))) as Partial<
      Record<Key, Value>
    >;
  const orNull =
    <Value>(read: (text: string) => Value) =>
    (text: string) =>
      text.trim() === '' ? null : read(text.trim());
  const upper = (text: string) => text.normalize('NFKC').trim().toUpperCase();
  return {
    ...of(texts, (text) => text),
    ...of(numbers, orNull(wholeIn)),
    ...of(
      days,
      orNull((text) => text),
    ),
    ...of(sums, orNull(wanIn)),
    ...of(['longitude', 'latitude'], orNull(degreesIn)),
    ...of(['country', 'currency'], upper),
    ...of(['isPublic'], (text) => text === 'yes'),
  };
}

const wholeIn = (text: string) => (/^\d{1,15}$/.test(text) ? Number(text) : Number.NaN);
const degreesIn = (text: string) =>
  /^-?\d{1,3}(\.\d{1,9})?$/.test(text.normalize('NFKC')) ? Number(text.normalize('NFKC')) : Number.NaN;
/** In units of 10,000 yuan where nothing else is written behind it. A minus in front is read too. */
export function wanIn(text: string): number {
  const plain = text.normalize('NFKC').trim();
  const isLess = /^[-−]/.test(plain);
  const yuan = yuanFrom(plain.replace(/^[-−]/, ''), 'wan');
  if (yuan === undefined) return Number.NaN;
  return isLess ? -yuan : yuan;
}

/** A project as its form has it. */
export function typedOf(row: ProjectRow, investor: TwoText | null): Typed {
  const text = (value: string | number | null) => (value === null ? '' : String(value));
  return {
    ...Object.fromEntries([...texts, ...numbers, ...days].map((key) => [key, text(row[key])])),
    ...Object.fromEntries(sums.map((key) => [key, inWan(row[key])])),
    ...{ longitude: text(row.longitude), latitude: text(row.latitude), country: row.country, currency: row.currency },
    ...{ industries: row.industries.join('、'), investorName: investor?.zh ?? row.investorName },
    isPublic: row.isPublic ? 'yes' : 'no',
  };
}
