import type { Lang } from '#language/lang.ts';
import { organisationAliases as aliases } from '#language/words/sheet-aliases.ts';
import { organisationWords as words } from '#language/words/organisations.ts';
import { codesCell, codesWritten } from '#lists/codes-cell.ts';
import type { Choice } from '#lists/list.ts';
import { choiceCell, textCell, type SheetColumn, type SheetShape } from '#lists/sheet.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { isClean } from '#profiles/field.ts';
import { creditCodeProblem, plainCreditCode } from './credit-code.ts';
import { kindChoices, publicChoices, type DeskOrganisation } from './desk-list.ts';
import { vouchedFields, identityFields } from './form-fields.ts';
import { longest, mostDisciplines, mostIndustries, type OrganisationChange } from './organisation.ts';

/** What a file may name: industries by code or name, disciplines by code or name. */
export interface SheetChoices {
  readonly industries: readonly Choice[];
  readonly disciplines: readonly Choice[];
}

type Reader = (text: string) => Outcome<string>;

const limited = (key: keyof typeof longest, mayBeEmpty = true): Reader => {
  const read = textCell(longest[key], mayBeEmpty);
  return (text) => (isClean(text) ? read(text) : refused({ says: words.notUnderstood }));
};

function codeCell(text: string): Outcome<string> {
  const code = plainCreditCode(text.slice(0, 100));
  const problem = code === '' ? undefined : creditCodeProblem(code);
  return problem ? refused({ says: problem }) : done(code);
}

/** The digits at the beginning: a file says the name behind them. */
const digits =
  (count: number, says: typeof words.placeHint): Reader =>
  (text) => {
    const code = /^\d+(?=$|\s)/.exec(text.trim())?.[0] ?? '';
    return text.trim() === '' || code.length === count ? done(code) : refused({ says });
  };

const choicesOf = (name: string): readonly Choice[] =>
  [...vouchedFields, ...identityFields].find((field) => field.name === name)?.choices ?? [];

/** A choice that may be left open. */
function openChoice(choices: readonly Choice[]): Reader {
  const read = choiceCell(choices);
  return (text) => (text.trim() === '' ? done('') : read(text));
}

/** Organisations as a file. Rows without an id are found by credit code and by name, or are new. */
export function organisationSheet({ industries, disciplines }: SheetChoices): SheetShape {
  const columns: SheetColumn[] = [
    { key: 'credit_code', title: words.creditCode, aliases: aliases.creditCode, read: codeCell },
    { key: 'name_zh', title: words.nameZh, aliases: aliases.name, read: limited('nameZh', false) },
    { key: 'name_en', title: words.nameEn, read: limited('nameEn') },
    { key: 'kind', title: words.kind, aliases: aliases.kind, read: choiceCell(kindChoices) },
    { key: 'institute_kind', title: words.instituteKind, read: openChoice(choicesOf('instituteKind')) },
    { key: 'zone', title: words.zone, read: digits(8, words.zoneHint) },
    { key: 'place', title: words.place, read: digits(6, words.placeHint) },
    { key: 'industries', title: words.industries, read: codesCell(industries, mostIndustries) },
    { key: 'size', title: words.size, read: openChoice(choicesOf('size')) },
    { key: 'disciplines', title: words.disciplines, read: codesCell(disciplines, mostDisciplines) },
    { key: 'website', title: words.website, read: limited('website') },
    { key: 'summary_zh', title: words.summaryZh, read: limited('summaryZh') },
    { key: 'summary_en', title: words.summaryEn, read: limited('summaryEn') },
    { key: 'capabilities_zh', title: words.capabilitiesZh, read: limited('capabilitiesZh') },
    { key: 'capabilities_en', title: words.capabilitiesEn, read: limited('capabilitiesEn') },
    { key: 'code_checked', title: words.codeChecked, read: openChoice(publicChoices) },
    { key: 'public', title: words.isPublic, read: openChoice(publicChoices) },
  ];
  return { columns: [{ key: 'id', title: words.id }, ...columns], mayAdd: true, isFound: true };
}

const yesOrNo = (is: boolean) => (is ? 'yes' : 'no');

/** What is kept, as the cells of a file are compared with it. */
export function organisationCells(one: DeskOrganisation): Record<string, string> {
  return {
    ...{ id: String(one.id), credit_code: one.creditCode ?? '', name_zh: one.nameZh, name_en: one.nameEn },
    ...{ kind: one.kind, institute_kind: one.instituteKind ?? '', zone: one.zoneCode, place: one.placeCode ?? '' },
    ...{ industries: one.industries.join(' '), size: one.size ?? '', disciplines: one.disciplines.join(' ') },
    ...{ website: one.website, summary_zh: one.summaryZh, summary_en: one.summaryEn },
    ...{ capabilities_zh: one.capabilitiesZh, capabilities_en: one.capabilitiesEn },
    ...{ code_checked: yesOrNo(one.codeChecked), public: yesOrNo(one.isPublic) },
  };
}

/** The same in the reader's words. */
export function organisationSheetRow(one: DeskOrganisation, lang: Lang, { industries, disciplines }: SheetChoices) {
  const named = (codes: readonly string[], choices: readonly Choice[]) =>
    codes.map((code) => choices.find(({ value }) => value === code)?.label[lang] ?? code).join(', ');
  const chosen = (choices: readonly Choice[], value: string) =>
    choices.find((choice) => choice.value === value && value !== '')?.label[lang] ?? '';
  const cells = organisationCells(one);
  return {
    ...cells,
    kind: chosen(kindChoices, one.kind),
    institute_kind: chosen(choicesOf('instituteKind'), one.instituteKind ?? ''),
    size: chosen(choicesOf('size'), one.size ?? ''),
    zone: `${one.zoneCode} ${one.zoneName[lang]}`,
    place: one.placeName ? `${one.placeCode ?? ''} ${one.placeName[lang]}` : '',
    industries: named(one.industries, industries),
    disciplines: codesWritten(one.disciplines, disciplines, lang),
    code_checked: chosen(publicChoices, yesOrNo(one.codeChecked)),
    public: chosen(publicChoices, yesOrNo(one.isPublic)),
  };
}

type Cells = Readonly<Record<string, string>>;
type Field = Exclude<keyof OrganisationChange, 'id' | 'revision'>;

const fieldOf: readonly (readonly [cell: string, field: Field, how: (text: string) => unknown])[] = [
  ['credit_code', 'creditCode', String],
  ['name_zh', 'nameZh', String],
  ['name_en', 'nameEn', String],
  ['kind', 'kind', String],
  ['institute_kind', 'instituteKind', orNothing],
  ['place', 'placeCode', orNothing],
  ['industries', 'industries', several],
  ['size', 'size', orNothing],
  ['disciplines', 'disciplines', several],
  ['website', 'website', String],
  ['summary_zh', 'summaryZh', String],
  ['summary_en', 'summaryEn', String],
  ['capabilities_zh', 'capabilitiesZh', String],
  ['capabilities_en', 'capabilitiesEn', String],
  ['code_checked', 'codeChecked', (text: string) => text === 'yes'],
];

function orNothing(text: string): string | null {
  return text || null;
}

function several(text: string): string[] {
  return text.split(' ').filter(Boolean);
}

/** What the changed cells of a row say, as the verbs take it. */
export function saidIn(cells: Cells): Omit<OrganisationChange, 'id' | 'revision'> {
  return Object.fromEntries(
    fieldOf.flatMap(([cell, field, how]) => (cells[cell] === undefined ? [] : [[field, how(cells[cell])]])),
  );
}
