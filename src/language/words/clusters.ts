import type { TwoText } from '../lang.ts';

/** Clusters: who belongs to them, what they make, and what they are to reach. */
export const clusterWords = {
  title: { zh: '产业集群', en: 'Clusters' },
  notFound: { zh: '没有这个产业集群，或者您没有权限查看。', en: 'There is no such cluster, or you may not see it.' },
  notYours: {
    zh: '产业集群由本开发区的发布员和领导维护。',
    en: 'Clusters are kept by the zone’s publishers and leaders.',
  },
  notYourZone: { zh: '请选择您负责的开发区。', en: 'Choose a zone that you look after.' },
  noPlan: { zh: '本区没有这个实施方案。', en: 'The zone has no such plan.' },
  noZone: { zh: '有的开发区代码不存在。', en: 'One of the zone codes does not exist.' },
  notUnderstood: { zh: '填写的内容无法识别。', en: 'This was not understood.' },
  wrong: {
    nameZh: { zh: '请填写中文名称，最多 120 字。', en: 'Give it a Chinese name of at most 120 characters.' },
    nameEn: { zh: '英文名称最多 240 个字符。', en: 'The English name has at most 240 characters.' },
    tier: { zh: '请选择级别。', en: 'Choose its tier.' },
    industries: {
      zh: '行业代码按 GB/T 4754 填写，例如 C39，最多 30 个。',
      en: 'Industries are codes of GB/T 4754, such as C39, at most 30.',
    },
    zones: { zh: '开发区代码为 8 位数字。', en: 'A zone is its code of eight digits.' },
  } as Readonly<Record<string, TwoText>>,
} as const;
