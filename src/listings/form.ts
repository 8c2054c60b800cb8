import type { Named } from '#industries/read.server.ts';
import { listingFormWords as words } from '#language/words/listing-form.ts';
import { disciplinesTyped } from '#organisations/typed.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import type { Content, Translation } from './content.ts';
import { textFields } from './fields.ts';
import type { Side } from './listing.ts';
import { inWan, yuanFrom } from './money.ts';
import { readContent, readTranslation } from './read-content.ts';

export interface TypedTarget {
  readonly name: string;
  readonly comparison: string;
  readonly value: string;
  readonly unit: string;
}

/** The form as it is typed: text by the name of its field, what was chosen of several, rows of targets. */
export interface Typed {
  readonly text: Readonly<Record<string, string>>;
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  readonly targets: readonly TypedTarget[];
}

const lists = ['industries', 'cooperation', 'targetOrganisations'] as const;
const separators = /[,，、;；\n]+/;

/** What was sent, field for field; a file where a text should be is as if nothing was said. */
export function typedFrom(form: FormData): Typed {
  const all = (name: string) => form.getAll(name).map((value) => (typeof value === 'string' ? value : ''));
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith('target.'));
  const [name, comparison, value, unit] = ['name', 'comparison', 'value', 'unit'].map((key) => all(`target.${key}`));
  return {
    text: Object.fromEntries(names.map((key) => [key, all(key)[0] ?? ''])),
    chosen: Object.fromEntries(lists.map((key) => [key, all(key).filter((one) => one !== '')])),
    targets: (name ?? []).map((typed, at) => ({
      ...{ name: typed, comparison: comparison?.[at] ?? 'at-least' },
      ...{ value: value?.[at] ?? '', unit: unit?.[at] ?? '' },
    })),
  };
}

/** What is kept, as the form shows it; its disciplines by code and name. */
export function typedOf(content: Content, disciplines: readonly Named[] = []): Typed {
  const { industryKeywords, technologyKeywords, targets, ...said } = content;
  const texts = [...textFields.need, ...textFields.offer].map((key) => [key, said[key]] as const);
  return {
    text: {
      ...Object.fromEntries(texts),
      ...{ industryKeywords: industryKeywords.join('、'), technologyKeywords: technologyKeywords.join('、') },
      disciplines: disciplinesTyped(disciplines),
      ...{ kind: said.kind, rights: said.rights ?? '', secrecy: said.secrecy, stage: said.stage ?? '' },
      ...{ deadline: said.deadline ?? '', chainPosition: said.chainPosition ?? '' },
      ...{ budgetLow: inWan(said.budgetLow), budgetHigh: inWan(said.budgetHigh), moneyUnit: 'wan' },
      ...{ isReward: said.isReward ? 'on' : '', isAnonymous: said.isAnonymous ? 'on' : '' },
    },
    chosen: {
      ...{ industries: said.industries, cooperation: said.cooperation },
      targetOrganisations: said.targetOrganisations.map(String),
    },
    targets: targets.map(({ value, ...target }) => ({ ...target, value: String(value) })),
  };
}

/** The texts of a translation, as its form shows them. */
export function typedTexts({ industryKeywords, technologyKeywords, ...said }: Omit<Translation, 'targetNames'>): Typed {
  const words = { industryKeywords: industryKeywords.join('、'), technologyKeywords: technologyKeywords.join('、') };
  return { text: { ...said, ...words }, chosen: {}, targets: [] };
}

/** What a verb is told: it reads it again by itself. */
export type Said = Readonly<Record<string, unknown>>;

/** What the form means, or every reason why it cannot be kept; what it calls disciplines comes as their codes. */
export function contentFrom(side: Side, typed: Typed, disciplines: readonly string[] = []): Outcome<Said> {
  const money = moneyFrom(typed);
  const targets = targetsFrom(typed);
  const said = { ...saidOf(side, typed), disciplines, ...money.amounts, targets: targets.rows };
  const read = readContent(side, said);
  const problems = [...money.problems, ...targets.problems, ...(read.ok ? [] : read.problems)];
  return problems.length === 0 ? done(said) : refused(...problems);
}

export function translationFrom(side: Side, { text }: Typed, targetNames: readonly string[]): Outcome<Said> {
  const said = { ...textsIn(side, text), targetNames };
  const read = readTranslation(side, said);
  return read.ok ? done(said) : read;
}

function textsIn(side: Side, text: Typed['text']) {
  return {
    ...Object.fromEntries(textFields[side].map((key) => [key, text[key] ?? ''])),
    industryKeywords: wordsIn(text['industryKeywords']),
    technologyKeywords: wordsIn(text['technologyKeywords']),
  };
}

export function wordsIn(text = ''): string[] {
  return text
    .split(separators)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function saidOf(side: Side, { text, chosen }: Typed): Record<string, unknown> {
  const one = (key: string) => text[key] || null;
  const facts = {
    ...{ kind: text['kind'], secrecy: text['secrecy'] ?? 'open', rights: one('rights') },
    ...{ industries: chosen['industries'], cooperation: chosen['cooperation'] },
    isAnonymous: text['isAnonymous'] === 'on',
  };
  const ofSide = { need: needFacts, offer: () => ({ stage: one('stage') }) }[side];
  return { ...textsIn(side, text), ...facts, ...ofSide({ text, chosen, targets: [] }) };
}

function needFacts({ text, chosen }: Typed): Record<string, unknown> {
  return {
    isReward: text['isReward'] === 'on',
    deadline: text['deadline'] || null,
    chainPosition: text['chainPosition'] || null,
    targetOrganisations: chosen['targetOrganisations']?.map(Number),
  };
}

function moneyFrom({ text }: Typed) {
  const unit = text['moneyUnit'] === 'yuan' ? 'yuan' : 'wan';
  const problems: Problem[] = [];
  const amountOf = (field: 'budgetLow' | 'budgetHigh') => {
    const said = text[field]?.trim() ?? '';
    if (said === '') return null;
    const yuan = yuanFrom(said, unit);
    if (yuan === undefined) problems.push({ field, says: words.notMoney });
    return yuan ?? null;
  };
  return { amounts: { budgetLow: amountOf('budgetLow'), budgetHigh: amountOf('budgetHigh') }, problems };
}

const number = /^[-+]?\d{1,12}(\.\d{1,6})?$/;

/** A row without a name, value and unit was left free. */
function targetsFrom({ targets }: Typed) {
  const problems: Problem[] = [];
  const rows = targets.flatMap(({ name, comparison, value, unit }, at) => {
    const plain = value.normalize('NFKC').replace(/[,\s]/g, '').replace('−', '-');
    if (name.trim() === '' && plain === '') return [];
    const isWhole = name.trim() !== '' && number.test(plain);
    if (!isWhole) problems.push({ field: 'targets', says: words.targetIncomplete(at + 1) });
    return isWhole ? [{ name, comparison, value: Number(plain), unit }] : [];
  });
  return { rows, problems };
}
