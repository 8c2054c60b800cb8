import { expect, test } from 'vitest';
import type { Outcome } from '#platform/outcome.ts';
import { readContent } from './read-content.ts';
import { contentFrom, translationFrom, typedFrom, typedOf } from './form.ts';

function formOf(...pairs: [string, string][]): FormData {
  const form = new FormData();
  for (const [key, value] of pairs) form.append(key, value);
  return form;
}
const need: [string, string][] = [
  ['title', '  防雾镀膜 '],
  ['kind', 'technology'],
  ['body', '冬季起雾'],
  ['industryKeywords', '智能车，光学、光学'],
  ['technologyKeywords', '镀膜'],
  ['cooperation', 'commission'],
  ['cooperation', 'licence'],
  ['secrecy', 'open'],
  ['rights', ''],
  ['budgetLow', '50'],
  ['budgetHigh', '120万'],
  ['moneyUnit', 'wan'],
  ['deadline', '2027-06-30'],
  ['target.name', '透光率'],
  ['target.comparison', 'at-least'],
  ['target.value', '92'],
  ['target.unit', '%'],
  ['target.name', '起雾温度'],
  ['target.comparison', 'at-most'],
  ['target.value', '−40'],
  ['target.unit', '℃'],
  ['target.name', ''],
  ['target.comparison', 'at-least'],
  ['target.value', ''],
  ['target.unit', ''],
];
const problemsOf = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.problems.map(({ field }) => field));
const but = (...changed: [string, string][]) =>
  typedFrom(formOf(...need.filter(([key]) => !changed.some(([other]) => other === key)), ...changed));

test('a form is read as it is meant, rows left free are none, and shows again what is kept', () => {
  const said = contentFrom('need', typedFrom(formOf(...need)));
  if (!said.ok) throw new Error(JSON.stringify(said.problems));
  const content = readContent('need', said.value);
  if (!content.ok) throw new Error(JSON.stringify(content.problems));
  expect(content.value).toMatchObject({
    ...{ title: '防雾镀膜', industryKeywords: ['智能车', '光学'], cooperation: ['commission', 'licence'] },
    ...{ rights: null, budgetLow: 500_000, budgetHigh: 1_200_000, deadline: '2027-06-30', isAnonymous: false },
    targets: [
      { name: '透光率', comparison: 'at-least', value: 92, unit: '%' },
      { name: '起雾温度', comparison: 'at-most', value: -40, unit: '℃' },
    ],
  });
  const again = contentFrom('need', typedOf(content.value));
  expect(again.ok && readContent('need', again.value)).toEqual(content);
});

test('disciplines are typed as words and shown again by code and name, ten at most', () => {
  const typed = but(['disciplines', '材料科学、460']);
  expect(typed.text['disciplines']).toBe('材料科学、460');
  const said = contentFrom('need', typed, ['430', '460']);
  const content = said.ok ? readContent('need', said.value) : said;
  if (!content.ok) throw new Error(JSON.stringify(content.problems));
  expect(content.value.disciplines).toEqual(['430', '460']);
  const names = [
    { code: '430', name: { zh: '材料科学', en: 'Materials science' } },
    { code: '1301520', name: { zh: '粘弹性、粘塑性力学', en: '' } },
  ];
  expect(typedOf(content.value, names).text['disciplines']).toBe('430 材料科学、1301520 粘弹性 粘塑性力学');
  const eleven = Array.from({ length: 11 }, (_, at) => String(410 + at));
  expect(problemsOf(contentFrom('need', typed, eleven))).toEqual(['disciplines']);
});

test.each([
  ['title', [['title', ' ']]],
  ['title', [['title', '长'.repeat(257)]]],
  ['title', [['title', 'a\u0000b']]],
  ['summary', [['summary', '长'.repeat(501)]]],
  ['industryKeywords', [['industryKeywords', '一、二、三、四、五、六']]],
  ['kind', [['kind', 'service']]],
  ['kind', [['kind', '']]],
  ['budgetLow', [['budgetLow', '很多']]],
  ['budgetHigh', [['budgetHigh', '10']]],
  ['deadline', [['deadline', '2027-02-30']]],
  ['rights', [['rights', 'mine']]],
  ['cooperation', [['cooperation', 'steal']]],
  ['targetOrganisations', [['targetOrganisations', 'all']]],
  [
    'targets',
    [
      ['target.value', '很高'],
      ['target.value', '1'],
    ],
  ],
] as [string, [string, string][]][])('what is wrong with %s is said beside it: %j', (field, changed) => {
  expect(problemsOf(contentFrom('need', but(...changed)))).toEqual([field]);
});

test('what a side does not have cannot be said of it, and nothing else can be slipped in', () => {
  const sent = but(['stage', 'market'], ['state', 'published'], ['zoneCode', '34101001'], ['brokerId', '1']);
  const read = contentFrom('need', sent);
  const kept = read.ok && readContent('need', read.value);
  expect(kept).toMatchObject({ ok: true, value: { stage: null } });
  expect(kept && kept.ok && Object.keys(kept.value)).not.toContain('state');
  const file = formOf(...need);
  file.set('body', new File(['x'], 'x.txt'));
  expect(typedFrom(file).text['body']).toBe('');
});

test('a translation has the texts of its side and the names of the targets', () => {
  const typed = typedFrom(formOf(['title', 'Anti-fog coating'], ['industryKeywords', 'vehicles, optics']));
  expect(translationFrom('need', typed, ['Transmittance'])).toMatchObject({
    value: { title: 'Anti-fog coating', industryKeywords: ['vehicles', 'optics'], targetNames: ['Transmittance'] },
  });
  expect(problemsOf(translationFrom('offer', typedFrom(formOf(['title', ''])), []))).toEqual(['title']);
});
