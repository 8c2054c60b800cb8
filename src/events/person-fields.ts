import { registrationWords as words } from '#language/words/registrations.ts';
import { searchWords } from '#language/words/search.ts';
import { langs } from '#language/lang.ts';
import type { FieldShown } from '#ui/field.ts';

function field(key: keyof typeof words.field & string, more: Omit<FieldShown, 'key' | 'title'>): FieldShown {
  return { key, title: words.field[key] ?? words.title, ...more };
}

const email = field('email', {
  ...{ input: 'email', longest: 254, isRequired: true, complete: 'email', hint: words.hints.email },
});

/** What somebody may say of themselves, and change later. */
export const personFields: readonly FieldShown[] = [
  field('name', { input: 'text', longest: 100, isRequired: true, complete: 'name' }),
  field('organisation', {
    ...{ input: 'text', longest: 240, isRequired: true, complete: 'organization', hint: words.hints.organisation },
  }),
  field('role', { input: 'text', longest: 100, hint: words.hints.optional }),
  field('phone', { input: 'tel', longest: 40, complete: 'tel', hint: words.hints.optional }),
  field('lang', {
    input: 'choice',
    choices: langs.map((value) => ({ value, label: searchWords.languages[value] })),
  }),
];

export const registrationFields: readonly FieldShown[] = [...personFields.slice(0, 2), email, ...personFields.slice(2)];
