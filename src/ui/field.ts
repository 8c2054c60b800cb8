import type { TwoText } from '#language/lang.ts';

/** One field of a form, as it is drawn. */
export interface FieldShown {
  readonly key: string;
  readonly title: TwoText;
  readonly hint?: TwoText;
  readonly input: 'text' | 'area' | 'choice' | 'date' | 'datetime-local' | 'number' | 'email' | 'tel' | 'url';
  readonly isRequired?: boolean;
  readonly longest?: number;
  /** How many lines a long text shows. */
  readonly lines?: number;
  readonly choices?: readonly { readonly value: string; readonly label: TwoText }[];
  readonly complete?: AutoFill;
  /** Language of what is written there. */
  readonly lang?: 'zh-Hans' | 'en';
}
