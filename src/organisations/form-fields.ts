import type { TwoText } from '#language/lang.ts';
import { organisationWords as words } from '#language/words/organisations.ts';
import type { Choice } from '#lists/list.ts';
import { instituteKinds, longest, organisationKinds, organisationSizes } from './organisation.ts';

/** One input of the form. */
export interface FormField {
  readonly name: string;
  readonly title: TwoText;
  readonly hint?: TwoText;
  readonly longest?: number;
  readonly isRequired?: true;
  /** How many lines a text has; one where nothing is said. */
  readonly lines?: number;
  readonly choices?: readonly Choice[];
  /** The language its text is in, where that is settled. */
  readonly spoken?: 'zh-Hans' | 'en';
}

const nothing = (label: TwoText): Choice => ({ value: '', label });
const inChinese = { spoken: 'zh-Hans' } as const;
const inEnglish = { spoken: 'en' } as const;

/** What its zone vouches for: a member sees these as text. */
export const vouchedFields: readonly FormField[] = [
  {
    ...{ name: 'kind', title: words.kind, isRequired: true },
    choices: organisationKinds.map((value) => ({ value, label: words.kinds[value] })),
  },
  {
    ...{ name: 'instituteKind', title: words.instituteKind },
    choices: [
      nothing(words.unknown),
      ...instituteKinds.map((value) => ({ value, label: words.instituteKinds[value] })),
    ],
  },
];

export const codeField: FormField = {
  ...{ name: 'creditCode', title: words.creditCode, hint: words.creditCodeHint, longest: 40 },
};

export const nameFields: readonly FormField[] = [
  { name: 'nameZh', title: words.nameZh, longest: longest.nameZh, isRequired: true, ...inChinese },
  { name: 'nameEn', title: words.nameEn, longest: longest.nameEn, ...inEnglish },
];

export const identityFields: readonly FormField[] = [
  { name: 'placeCode', title: words.place, hint: words.placeHint, longest: 100 },
  { name: 'website', title: words.website, longest: longest.website },
  {
    ...{ name: 'size', title: words.size },
    choices: [nothing(words.unknown), ...organisationSizes.map((value) => ({ value, label: words.sizes[value] }))],
  },
];

export const aboutFields: readonly FormField[] = [
  { name: 'summaryZh', title: words.summaryZh, longest: longest.summaryZh, lines: 4, ...inChinese },
  { name: 'summaryEn', title: words.summaryEn, longest: longest.summaryEn, lines: 4, ...inEnglish },
  {
    ...{ name: 'capabilitiesZh', title: words.capabilitiesZh, hint: words.capabilitiesHint },
    ...{ longest: longest.capabilitiesZh, lines: 8, ...inChinese },
  },
  {
    ...{ name: 'capabilitiesEn', title: words.capabilitiesEn, hint: words.capabilitiesHint },
    ...{ longest: longest.capabilitiesEn, lines: 8, ...inEnglish },
  },
];

export const disciplineField: FormField = {
  ...{ name: 'disciplines', title: words.disciplines, hint: words.disciplinesHint, longest: 2000, lines: 2 },
};
