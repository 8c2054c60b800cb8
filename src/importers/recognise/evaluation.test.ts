import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainText } from '#text/document.ts';
import { sharedPath } from '../../../tests/support/shared.ts';
import { recogniseFile } from './file.server.ts';
import { bare } from './words.ts';

/**
 * What a person reads on saved news pages that may be measured with but not kept here: title, time and source as printed,
 * how the text begins and ends (as digests, so that no sentence is copied), and its pictures.
 */
const pages: readonly [string, string, string, string, string, string, number][] = [
  [
    '163-1',
    '多地项目连环爆雷 狂奔的龙湖集团"暗伤"曝露？',
    '2019-09-07 13:43',
    '证券市场红周刊',
    'ddbbf864',
    '7799568d',
    0,
  ],
  ['163-2', '姚明对周琦说了啥？周琦上下半场判若两人', '2019-09-07 09:59', '新京报', '771c46a5', '8e234af4', 1],
  [
    '163-3',
    '奖金711万元！"中国诺贝尔奖"首位获奖女性啥来头?',
    '2019-09-08 00:20',
    '每日经济新闻',
    '9830073a',
    'a57b8d60',
    8,
  ],
  [
    '163-4',
    '华为Mate20X 5G版半天不到需充电 耗电制约5G芯片',
    '2019-09-07 19:53',
    '每日经济新闻',
    'ae3c3eb6',
    'ff7693e2',
    3,
  ],
  ['163-5', '女警打百个电话遭停机 评:运营商识别诈骗智商感人', '2019-09-07 16:28', '新京报', '9cc6e761', '81351389', 1],
  ['163-6', '男孩因不想上补习班 写"救命啊"纸团抛出引来警察', '2019-09-09 16:19', '华龙网', 'c5a621b9', '70559982', 3],
  ['163-7', '亚马逊海外购“限时快闪店”登陆拼多多', '2019-11-25 11:01', '新京报', '3502afc1', '6fd7a537', 1],
  ['163-8', '国务院联防联控机制:湖北和武汉要严格管控防输出', '2020-02-29 18:34', '新华社', '51f3c4a2', '93b96cae', 0],
  [
    '163-9',
    '5月20日至31日，京沪高速无锡至江阴大桥至广陵枢纽段封闭！',
    '2019-05-17 00:00',
    '苏皖城市报道',
    '7db32945',
    '4f8c3c85',
    9,
  ],
  [
    'guancha-2',
    '我国集成电路进口突破3000亿美元！魏少军：产业结构扭曲，没将产品作为中心',
    '2019-09-07 15:10',
    'EETOP',
    '5ae91190',
    'e788c484',
    0,
  ],
  ['guancha-3', '苹果回应“违反中国劳动法”：大多数指控错误', '2019-09-09 19:32', '中新网', '680e7837', '1ed40eab', 0],
  [
    'guancha-guancha',
    '王文：中美贸易“持久战”，中国人的斗志被激发',
    '2019-09-07 09:25',
    '观察者网',
    '919baba2',
    '30e972c3',
    1,
  ],
  ['people-1', '女儿出嫁，郑板桥画了几笔兰花当嫁妆', '2019-06-15 08:18', '人民网-文化频道', '89ad1559', '71048ba1', 0],
  ['shanxi-1', '山西品牌丝路行（南美站）正式启动', '2019-09-18 06:23', '山西日报', 'b2b610b6', 'b837d66e', 0],
  ['sina-1', '中国人习以为常的地方 为何老外却说“了不得”？', '2019-11-25 18:57', '参考消息', '2d2ddcf3', '733de33e', 7],
  ['sina-2', '60万"12306账号"外泄? 中铁总辟谣称消息不实', '2018-12-28 19:55', '新京报', '30fbaf4e', '5b266e81', 0],
  [
    'sina-3',
    '债券市场是否存在泡沫？世界知名首席投资官们这么说',
    '2019-09-09 20:52',
    '新浪财经-自媒体综合',
    '15a50515',
    '753e7043',
    1,
  ],
  [
    'sina-4',
    '苹果发布新iPhone 11：64GB售5499元 256GB售6799元',
    '2019-09-11 01:53',
    '新浪科技',
    '77156ac0',
    '7a0519bc',
    3,
  ],
  ['sina-5', '陈同佳刑满出狱 向潘晓颖家人鞠躬致歉', '2019-10-23 09:05', '环球网', 'ce1f3333', '696901fe', 3],
  ['sina-sina', '最强“中国芯”本月商用 华为抢跑5G芯片大战', '2019-09-07 04:04', '北京日报', '3ff02456', 'bfcb2fec', 0],
  [
    'thepaper-1',
    '共享充电宝涨价告别1元时代：是“收割韭菜”还是回归理性',
    '2019-09-24 09:10',
    '中国青年报',
    'e16e33d3',
    '8e9291e1',
    1,
  ],
  [
    'thepaper-2',
    '定了！广州南沙邮轮母港即将开通！地铁直达+无敌免...',
    '2019-08-13 14:07',
    '澎湃新闻·澎湃号·政务',
    '74d2307b',
    '4f65c080',
    12,
  ],
  ['thepaper-3', '新年伊始，习近平的重要文章谈了啥？', '2020-01-03 18:13', '新华社', '9e512e7b', '61690ddb', 0],
  [
    'thepaper-4',
    '定了！广州南沙邮轮母港即将开通！地铁直达+无敌免...',
    '2019-08-13 14:07',
    '澎湃新闻·澎湃号·政务',
    '74d2307b',
    '4f65c080',
    12,
  ],
  [
    'thepaper-5',
    '柳叶刀：味觉嗅觉丧失是新冠感染最强预测指标，优于发烧咳嗽',
    '2020-06-06 10:08',
    '澎湃新闻',
    'a144db1a',
    'a7023b7f',
    1,
  ],
  ['wechat-1', '三星 Galaxy S20 系列手机正式发布', '2020-02-12 22:17', '爱否科技', '22b6ebad', '648b9efc', 6],
  ['wechat-2', '一日一技：在 Python 中实现延迟调用', '2020-02-11 18:47', '未闻Code', '02a3dc60', '344a9158', 4],
];

const folder = sharedPath('data/evaluation/pages');

describe.skipIf(!folder)('saved news pages', () => {
  it.each(pages)('%s: %s', async (name, ...[title, time, source, start, end, pictures]) => {
    const recognition = await recogniseFile(await readFile(join(folder ?? '', `${name}.html`)), `${name}.html`);
    if (!recognition.ok) throw new Error(recognition.refusal);
    const { page } = recognition;
    const text = bare(plainText(page.body));
    expect({
      title: page.title,
      time: page.publishedAt?.at.slice(0, 16).replace('T', ' '),
      source: page.source,
      start: digest(text.slice(0, 12)),
      end: digest(text.slice(-12)),
      pictures: page.pictures.length,
    }).toEqual({ title, time, source, start, end, pictures });
    expect(plainText(page.body)).not.toMatch(/责任编辑|分享到|扫一扫|扫码|版权所有|相关阅读|延伸阅读|我要反馈|跟贴/);
  });
});

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
