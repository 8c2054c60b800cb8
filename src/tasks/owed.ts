import type { TwoText } from '#language/lang.ts';

/** What the page behind a letter shows of its task: what is owed, and what was said of it last. */
export interface OwedView {
  readonly id: number;
  readonly title: TwoText;
  readonly unit: TwoText | undefined;
  readonly dueOn: string;
  readonly percent: number;
  readonly open: readonly { readonly id: number; readonly title: TwoText; readonly dueOn: string }[];
  readonly last: { readonly body: string; readonly on: string; readonly by: string } | undefined;
}

/** What a report changed, for the page that says thanks. */
export interface Changed {
  readonly ticked: number;
  readonly from: OwedView;
  readonly to: OwedView;
}
