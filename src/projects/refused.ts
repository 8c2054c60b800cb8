import type { Problem } from '#platform/outcome.ts';

/** What was refused on a page of several forms: which form, why, and what was typed into it. */
export interface Refused {
  readonly form: string;
  readonly problems: readonly Problem[];
  readonly typed: Readonly<Record<string, string>>;
}

export const nothingRefused: Refused = { form: '', problems: [], typed: {} };

/** That refusal for one form of the page; another form has nothing to say. */
export function refusedOf(refused: Refused, form: string): Refused {
  return refused.form === form ? refused : { ...nothingRefused, form };
}

/** The id of the input that a refused field is; what a gate asks for leads to the list of what is missing. */
export function idOfField(form: string, field: string): string {
  return form === 'move' && !['to', 'on', 'reason'].includes(field) ? 'next' : `${form}-${field}`;
}
