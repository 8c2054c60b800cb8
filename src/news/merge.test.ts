import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameText } from '#text/canonical.ts';
import { documentOf } from '#text/document.ts';
import { anyDocument } from '../../tests/support/documents.ts';
import { differences, merged } from './merge.ts';
import { emptyText } from './working-copy.ts';

test('of two texts each difference is chosen by itself', () => {
  const mine = { ...emptyText('甲'), title: '我的', body: documentOf(['一', '二改', '三']) };
  const theirs = { ...emptyText('甲'), title: '别人的', body: documentOf(['一', '二', '三', '四']) };
  expect(differences(mine, theirs).map(({ kind }) => kind)).toEqual(['field', 'block', 'block']);
  const both = merged(mine, theirs, ['theirs', 'mine', 'theirs']);
  expect(both.title).toBe('别人的');
  expect(sameText(both.body, documentOf(['一', '二改', '三', '四']))).toBe(true);
});

test('all of mine is mine, all of theirs is theirs', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, (a, b) => {
      const [mine, theirs] = [
        { ...emptyText(''), title: 'a', body: a },
        { ...emptyText(''), title: 'b', body: b },
      ];
      const number = differences(mine, theirs).length;
      expect(sameText(merged(mine, theirs, Array<'mine'>(number).fill('mine')).body, a)).toBe(true);
      const other = merged(mine, theirs, Array<'theirs'>(number).fill('theirs'));
      expect(sameText(other.body, b)).toBe(true);
      expect(other.title).toBe('b');
    }),
  );
});
