import type { TwoText } from '#language/lang.ts';
import { listingFormWords as words } from '#language/words/listing-form.ts';
import type { Side } from './listing.ts';

type Label = TwoText | Readonly<Record<Side, TwoText>>;
const labels: Readonly<Record<string, Label>> = { ...words.label, kind: words.kind };

/** What a field is called on that side. */
export function labelOf(field: string, side: Side): TwoText {
  const label = labels[field] ?? words.label.targets;
  return 'zh' in label ? label : label[side];
}
