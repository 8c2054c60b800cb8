import type { TwoText } from '#language/lang.ts';
import { profileWords as words } from '#language/words/profiles.ts';
import type { Problem } from '#platform/outcome.ts';
import { choiceField, shapedField, textField, visibility, wholeField, type Cells, type Field } from './field.ts';

/** Whom to ask, as everybody may see it. */
export interface ContactView {
  readonly topic: TwoText;
  readonly name: TwoText;
  readonly role: TwoText;
  readonly phone: string;
  readonly email: string;
  /** Working days within which an answer is promised. */
  readonly answerDays: number;
}

export const phone = /^\+?[\d\s()-]{5,30}(\s?(\u8f6c|ext\.?|x)\s?\d{1,6})?$/i;
export const email = /^(?=.{3,200}$)[^\s@<>"',;:\\]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

export const contactFields: readonly Field[] = [
  textField({ key: 'topic_zh', title: words.topicZh, hint: words.topicHint }, 60, true),
  textField({ key: 'topic_en', title: words.topicEn }, 120, true),
  textField({ key: 'name_zh', title: words.personZh, hint: words.personHint }, 40, true),
  textField({ key: 'name_en', title: words.personEn }, 80),
  textField({ key: 'role_zh', title: words.roleZh }, 80),
  textField({ key: 'role_en', title: words.roleEn }, 120),
  shapedField({ key: 'phone', title: words.phone }, 'tel', { shape: phone, says: words.notPhone }),
  shapedField({ key: 'email', title: words.email }, 'email', { shape: email, says: words.notEmail }),
  wholeField({ key: 'answer_days', title: words.answerDays, hint: words.answerHint }, 1, { to: 60 }),
  choiceField({ key: 'visibility', title: words.visibility }, visibility),
  wholeField({ key: 'position', title: words.position }, 0, { to: 9999, otherwise: 0 }),
];

/** A contact can be reached in some way. */
export function contactProblems(cells: Cells): Problem[] {
  return cells['phone'] === '' && cells['email'] === '' ? [{ field: 'phone', says: words.phoneOrEmail }] : [];
}
