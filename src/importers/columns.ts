import { bare } from './recognise/words.ts';

/** Names that other sites give to columns of ours. A name that could mean two of them is not here: it is asked. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  text: [
    '文字新闻',
    '新闻',
    '新闻动态',
    '新闻资讯',
    '新闻中心',
    '要闻',
    '要闻动态',
    '园区新闻',
    '园区要闻',
    '园区动态',
    '开发区动态',
    '开发区要闻',
    '工作动态',
    '工作要闻',
    '政务要闻',
    '政务动态',
    '今日要闻',
    '综合新闻',
    '本区新闻',
    '本地新闻',
    '区内要闻',
    '高新要闻',
    '经开要闻',
    '经开动态',
    '高新动态',
    'news',
    'latest news',
    'zone news',
  ],
  picture: ['图片新闻', '图片报道', '图说', '图片', '图片资讯', 'pictures', 'photos', 'photo news'],
  investment: [
    '招商动态',
    '招商引资',
    '招商资讯',
    '招商新闻',
    '招商',
    '投资动态',
    '投资资讯',
    '项目动态',
    '项目建设',
    '投资促进',
    'investment',
    'investment news',
  ],
  notices: [
    '通知公告',
    '公示公告',
    '通知',
    '公告',
    '公示',
    '公告公示',
    '公告栏',
    '通知通告',
    '公告通知',
    'notices',
    'announcements',
  ],
  'policy-news': [
    '政策动态',
    '政策解读',
    '政策',
    '政策法规',
    '政策文件',
    '政策资讯',
    '惠企政策',
    'policy',
    'policies',
    'policy news',
  ],
};

export interface ColumnName {
  readonly slug: string;
  readonly parent: string | null;
  readonly name: { readonly zh: string; readonly en: string };
}

/** The column a text names, by its slug, its name or another site's name for it. Only columns that hold articles. */
export function columnNamed(text: string, columns: readonly ColumnName[]): string | undefined {
  const key = bare(text);
  if (key === '') return undefined;
  const leaves = columns.filter((column) => !columns.some((other) => other.parent === column.slug));
  const same = leaves.find((column) =>
    [column.slug, column.name.zh, column.name.en].some((name) => bare(name) === key),
  );
  const other = leaves.find((column) => (otherNames[column.slug] ?? []).some((name) => bare(name) === key));
  return (same ?? other)?.slug;
}
