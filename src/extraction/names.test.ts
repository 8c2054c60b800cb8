import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexOf, namesIn, sentenceAround } from './names.ts';

const index = indexOf([
  { name: '苏州澄光光电有限公司', id: 1 },
  { name: '澄光光电', id: 1 },
  { name: '相城实验室', id: 2 },
  { name: '澄光', id: 3 },
  { name: 'ABB', id: 4 },
  { name: 'Suzhou Chengguang Photonics Co., Ltd.', id: 1 },
  { name: '清华苏州(相城)创新中心', id: 5 },
  { name: '创新中心', id: 6 },
  { name: '创新中心', id: 7 },
]);
const told = (text: string) => namesIn(text, index).map(({ text: name, ids }) => [name, ids]);

test('the longest name at a place is found, and what lies inside it is not found again', () => {
  expect(told('苏州澄光光电有限公司与相城实验室签约，澄光光电负责试制，澄光另议。')).toEqual([
    ['苏州澄光光电有限公司', [1]],
    ['相城实验室', [2]],
    ['澄光光电', [1]],
    ['澄光', [3]],
  ]);
});

test('full width, brackets, capitals and traditional characters are the same name, given as the text has them', () => {
  expect(told('清华苏州（相城）创新中心与ＡＢＢ合作')).toEqual([
    ['清华苏州（相城）创新中心', [5]],
    ['ＡＢＢ', [4]],
  ]);
  expect(told('SUZHOU CHENGGUANG PHOTONICS CO., LTD. signed')).toEqual([
    ['SUZHOU CHENGGUANG PHOTONICS CO., LTD.', [1]],
  ]);
  expect(told('相城實驗室揭牌')).toEqual([['相城實驗室', [2]]]);
});

test('a Latin name is a word of its own, beside Chinese too', () => {
  expect(told('The rabbit met ABB. ABB2 did not, 与ABB签约')).toEqual([
    ['ABB', [4]],
    ['ABB', [4]],
  ]);
});

test('a name of two organisations is found once, with both', () => {
  expect(told('创新中心')).toEqual([['创新中心', [6, 7]]]);
});

test('one character or two letters are no name', () => {
  expect(
    namesIn(
      '苏 与 IT',
      indexOf([
        { name: '苏', id: 1 },
        { name: 'IT', id: 2 },
        { name: ' ', id: 3 },
      ]),
    ),
  ).toEqual([]);
});

test('the sentence around a name is what a reader needs to judge it', () => {
  const text = '昨日大雨。相城实验室发布了新材料；次日放晴。';
  expect(sentenceAround(text, 5, 10)).toEqual({ before: '', name: '相城实验室', after: '发布了新材料；' });
});

const filler = fc.stringMatching(/^[的了在和，。\n 0-9]{0,12}$/);
const chinese = fc.stringMatching(/^[澄光电科技苏州研究院]{2,8}$/);

test('every planted name is found where it stands, and nothing overlaps', () => {
  fc.assert(
    fc.property(
      fc.array(chinese, { minLength: 1, maxLength: 20 }),
      fc.array(filler, { minLength: 1 }),
      (names, gaps) => {
        const planted = indexOf(names.map((name, id) => ({ name, id })));
        let text = '';
        const places: [number, string][] = [];
        gaps.forEach((gap, at) => {
          const name = names[at % names.length] ?? '';
          text += `${gap}。`;
          places.push([text.length, name]);
          text += `${name}。`;
        });
        const found = namesIn(text, planted);
        for (const [start, name] of places) {
          expect(found).toContainEqual(expect.objectContaining({ start, end: start + name.length, text: name }));
        }
        found.forEach(({ start, end, text: name }, at) => {
          expect(text.slice(start, end)).toBe(name);
          expect(start).toBeGreaterThanOrEqual(found[at - 1]?.end ?? 0);
        });
      },
    ),
  );
});

test('any text and any names are taken without a fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (text, names) => {
      const found = namesIn(text, indexOf(names.map((name, id) => ({ name, id }))));
      expect(found.every(({ start, end }) => start >= 0 && start < end && end <= text.length)).toBe(true);
    }),
  );
});

test('five thousand organisations are looked for in an article within milliseconds', () => {
  const names = Array.from({ length: 15_000 }, (_, id) => ({ name: `苏州${id.toString(36)}新材料科技有限公司`, id }));
  const many = indexOf(names);
  const article = `${'苏州市相城区召开新一代电子信息产业对接会，'.repeat(150)}${names[77]?.name}参会。`;
  const started = performance.now();
  expect(namesIn(article, many)).toHaveLength(1);
  // An order of magnitude above what it takes, so that a busy machine does not fail it.
  expect(performance.now() - started).toBeLessThan(200);
});
