import { diffBlocks } from '#text/block-diff.ts';
import { canonical } from '#text/canonical.ts';
import type { Block } from '#text/document.ts';
import type { WorkingText } from './working-copy.ts';

type Field = Exclude<keyof WorkingText, 'body'>;
export type Side = 'mine' | 'theirs';

/** One place where two texts differ: a field, or a block that one has in the place of what the other has. */
export type Difference =
  | { readonly kind: 'field'; readonly field: Field; readonly mine: string; readonly theirs: string }
  | { readonly kind: 'block'; readonly mine: Block | undefined; readonly theirs: Block | undefined };

type Part = { readonly kind: 'same'; readonly block: Block } | Extract<Difference, { kind: 'block' }>;

const fields: readonly Field[] = ['title', 'summary', 'source', 'author', 'keywords', 'madeHow'];

/** Where the texts differ, in the order in which a person reads them. */
export function differences(mine: WorkingText, theirs: WorkingText): Difference[] {
  const ofFields = fields
    .filter((field) => String(mine[field]) !== String(theirs[field]))
    .map((field) => ({ kind: 'field' as const, field, mine: shown(mine[field]), theirs: shown(theirs[field]) }));
  return [...ofFields, ...partsOf(mine, theirs).filter((part) => part.kind === 'block')];
}

/** One text of two: what both have, and of each difference the side that was chosen, in the order of `differences`. */
export function merged(mine: WorkingText, theirs: WorkingText, chosen: readonly Side[]): WorkingText {
  const all = differences(mine, theirs);
  const fromTheirs = all.flatMap((one, at) =>
    one.kind === 'field' && chosen[at] === 'theirs' ? [[one.field, theirs[one.field]] as const] : [],
  );
  let place = all.filter(({ kind }) => kind === 'field').length;
  const content = partsOf(mine, theirs).flatMap((part) => {
    if (part.kind === 'same') return [part.block];
    return part[chosen[place++] ?? 'mine'] ?? [];
  });
  return { ...mine, ...Object.fromEntries(fromTheirs), body: canonical({ type: 'doc', content }) };
}

function partsOf(mine: WorkingText, theirs: WorkingText): Part[] {
  const [a, b] = [canonical(theirs.body).content, canonical(mine.body).content];
  return diffBlocks(theirs.body, mine.body).flatMap((step): Part[] => {
    const before = 'before' in step ? a[step.before] : undefined;
    const after = 'after' in step ? b[step.after] : undefined;
    if (step.kind === 'same') return after ? [{ kind: 'same', block: after }] : [];
    return [{ kind: 'block', mine: after, theirs: before }];
  });
}

function shown(value: WorkingText[Field]): string {
  return typeof value === 'string' ? value : value.join(', ');
}
