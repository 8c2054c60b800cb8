import type { Tx } from '#platform/database.server.ts';
import type { Entry } from '#search/entry.ts';
import { findHits, type Wanted } from '#search/read.server.ts';
import { putEntries } from '#search/write.server.ts';
import { inRollback } from './database.ts';

const xiangcheng: Entry = {
  kind: 'zone',
  id: '32101026',
  lang: 'zh',
  path: '/zones/32101026',
  title: '相城经济技术开发区',
  names: ['相城经开区', 'Xiangcheng Economic and Technological Development Zone', '32101026'],
  body: '国家级经济技术开发区，主导产业为智能网联汽车、生物医药。',
  province: '320000',
  city: '320500',
  industries: ['automotive', 'biomedicine'],
};
const xiangchengInEnglish: Entry = {
  ...xiangcheng,
  lang: 'en',
  title: 'Xiangcheng Economic and Technological Development Zone',
  names: ['相城经济技术开发区'],
  body: 'A national zone with connected cars and biomedicine.',
};
const kunshan: Entry = {
  ...xiangcheng,
  id: '32101005',
  path: '/zones/32101005',
  title: '昆山经济技术开发区',
  names: ['昆山经开区'],
  body: '国家级开发区，以光电、半导体著称。',
};
const suzhou: Entry = {
  kind: 'place',
  id: '320500',
  lang: 'zh',
  path: '/places/320500',
  title: '苏州市',
  names: ['苏州', 'Suzhou'],
  body: '江苏省地级市',
  province: '320000',
};

function article([id, title, body]: [string, string, string], more: Partial<Entry> = {}): Entry {
  return {
    kind: 'article',
    id,
    lang: 'zh',
    path: `/news/${id}`,
    title,
    names: [],
    body,
    zone: '32101026',
    province: '320000',
    city: '320500',
    column: 'text',
    date: new Date('2024-02-01T01:30:00Z'),
    ...more,
  };
}

const pitch = article([
  '1',
  '相城区推进新型工业化',
  '科创平台与企业面对面。会上发布了半导体和新材料的需求，相城经开区作了汇报。下午参观企业。',
]);
export const tea = article(['2', '碧螺春开采', '春茶今天开采，茶农很忙。'], { date: new Date('2023-03-05T00:00:00Z') });
const traditional = article(['3', '臺商座談會', '昆山開發區召開積體電路產業座談會，討論半導體供應鏈。'], {
  date: new Date('2022-05-05T00:00:00Z'),
  zone: '32101005',
});
const everything = [xiangcheng, xiangchengInEnglish, kunshan, suzhou, pitch, tea, traditional];

/** Two zones, a place and three articles are findable while `check` runs. */
export function withEverything(check: (tx: Tx) => Promise<void>): () => Promise<void> {
  return () =>
    inRollback(async (tx) => {
      await putEntries(tx, everything);
      await check(tx);
    });
}

export async function idsFor(tx: Tx, text: string, more: Partial<Wanted> = {}): Promise<string[]> {
  return (await findHits(tx, { text, lang: 'zh', ...more })).hits.map((hit) => hit.id);
}
