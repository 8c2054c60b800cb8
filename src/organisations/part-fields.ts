import type { TwoText } from '#language/lang.ts';
import { organisationWords as kindWords } from '#language/words/organisations.ts';
import { organisationPartWords as words } from '#language/words/organisation-parts.ts';
import { profileWords } from '#language/words/profiles.ts';
import type { Choice } from '#lists/list.ts';
import { refused, done, type Problem } from '#platform/outcome.ts';
import { contactProblems, email, phone } from '#profiles/contact.ts';
import {
  addressField,
  choiceField,
  shapedField,
  textField,
  wholeField,
  type Cells,
  type Field,
} from '#profiles/field.ts';
import { otherNameKinds } from './organisation.ts';
import { honourLevels, type OrganisationPart } from './part.ts';

const choicesOf = <Key extends string>(keys: readonly Key[], labels: Readonly<Record<Key, TwoText>>): Choice[] =>
  keys.map((value) => ({ value, label: labels[value] }));

const source = textField({ key: 'source', title: words.source, hint: words.sourceHint }, 200, true);
const sourceUrl = addressField({ key: 'source_url', title: words.sourceUrl });

/** A day, a month or a year, as exactly as it is known. */
function dateField(key: string, title: TwoText): Field {
  const read = (text: string) => {
    const plain = text.normalize('NFKC').trim().replaceAll(/[./]/g, '-');
    const isDate = plain === '' || (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(plain) && !Number.isNaN(Date.parse(plain)));
    return isDate ? done(plain) : refused({ says: words.notDate });
  };
  return { key, title, hint: words.dateHint, isRequired: false, input: 'text', read };
}

/** What can be said of a row of each list; the keys are its columns. */
export const organisationFields: Readonly<Record<OrganisationPart, readonly Field[]>> = {
  names: [
    textField({ key: 'name', title: words.name }, 240, true),
    choiceField({ key: 'kind', title: words.nameKind }, choicesOf(otherNameKinds, kindWords.nameKinds)),
  ],
  honours: [
    textField({ key: 'title_zh', title: words.titleZh }, 200, true),
    textField({ key: 'title_en', title: words.titleEn }, 300),
    choiceField({ key: 'level', title: words.level }, choicesOf(honourLevels, kindWords.levels)),
    wholeField({ key: 'year', title: words.year }, 1949, { to: 2100 }),
    textField({ key: 'body_zh', title: words.bodyZh }, 200),
    textField({ key: 'body_en', title: words.bodyEn }, 300),
    source,
    sourceUrl,
  ],
  equipment: [
    textField({ key: 'name_zh', title: words.equipmentZh }, 200, true),
    textField({ key: 'name_en', title: words.equipmentEn }, 300),
    textField({ key: 'model', title: words.model }, 200),
    textField({ key: 'purpose_zh', title: words.purposeZh }, 1000),
    textField({ key: 'purpose_en', title: words.purposeEn }, 2000),
    choiceField({ key: 'is_open', title: words.isOpen }, choicesOf(['true', 'false'], words.open)),
  ],
  people: [
    textField({ key: 'name_zh', title: words.personZh }, 60, true),
    textField({ key: 'name_en', title: words.personEn }, 120),
    textField({ key: 'position_zh', title: words.positionZh }, 120, true),
    textField({ key: 'position_en', title: words.positionEn }, 200),
    dateField('since', words.since),
    dateField('until', words.until),
    source,
    sourceUrl,
  ],
  contacts: [
    textField({ key: 'name', title: words.contactName }, 60, true),
    textField({ key: 'role', title: words.contactRole }, 120),
    textField({ key: 'topic', title: words.topic, hint: words.topicHint }, 120),
    shapedField({ key: 'phone', title: profileWords.phone }, 'tel', { shape: phone, says: profileWords.notPhone }),
    shapedField({ key: 'email', title: profileWords.email }, 'email', { shape: email, says: profileWords.notEmail }),
  ],
};

/** What a table shows of a row: the fields in which rows differ. */
export const shownFields: Readonly<Record<OrganisationPart, readonly string[]>> = {
  names: ['name', 'kind'],
  honours: ['title', 'level', 'year', 'body', 'source'],
  equipment: ['name', 'model', 'purpose', 'is_open'],
  people: ['name', 'position', 'since', 'until', 'source'],
  contacts: ['name', 'role', 'topic', 'phone', 'email'],
};

/** What a row is called where only one line can be said of it. */
export function rowLabel(part: OrganisationPart, cells: Cells): string {
  const keys = {
    names: ['name'],
    honours: ['title_zh', 'year'],
    equipment: ['name_zh', 'model'],
    people: ['name_zh', 'position_zh'],
    contacts: ['name', 'topic'],
  }[part];
  return keys
    .map((key) => cells[key] ?? '')
    .filter(Boolean)
    .join(' ');
}

/** What the fields of a row must be together. */
export function rowProblems(part: OrganisationPart, cells: Cells): Problem[] {
  if (part === 'contacts') return contactProblems(cells);
  const { since = '', until = '' } = cells;
  const isBackward = part === 'people' && since !== '' && until !== '' && until < since.slice(0, until.length);
  return isBackward ? [{ field: 'until', says: words.endsBefore }] : [];
}
