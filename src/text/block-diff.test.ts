import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDocument } from '../../tests/support/documents.ts';
import { diffBlocks } from './block-diff.ts';
import { canonical } from './canonical.ts';
import { documentOf } from './document.ts';

test('what stayed, changed, went and came is told by its place', () => {
  const before = documentOf(['一', '二', '三', '四']);
  const after = documentOf(['一', '二改', '三', '四', '五']);
  expect(diffBlocks(before, after).map(({ kind }) => kind)).toEqual(['same', 'changed', 'same', 'same', 'added']);
  expect(diffBlocks(after, before).at(-1)).toEqual({ kind: 'removed', before: 4 });
});

test('every block of both texts is told of once, in its order', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, (one, other) => {
      const steps = diffBlocks(one, other);
      const before = steps.flatMap((step) => ('before' in step ? [step.before] : []));
      const after = steps.flatMap((step) => ('after' in step ? [step.after] : []));
      expect(before).toEqual(canonical(one).content.map((_, at) => at));
      expect(after).toEqual(canonical(other).content.map((_, at) => at));
    }),
  );
});
