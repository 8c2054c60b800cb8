import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Pages with the weight and the shapes of real ones, of invented news: the same for the same number. */
export async function writePages(folder: string, count: number): Promise<void> {
  for (let start = 0; start < count; start += 200) {
    const part = join(folder, String(start / 200).padStart(4, '0'));
    await mkdir(part, { recursive: true });
    const numbers = Array.from({ length: Math.min(200, count - start) }, (_, at) => start + at);
    await Promise.all(numbers.map((number) => writeFile(join(part, `${number}.html`), pageOf(number))));
  }
}

/** Words enough that two articles share about as many of them as two articles of a real site do. */
const places =
  '相城 吴江 昆山 常熟 张家港 太仓 江阴 宜兴 丹阳 句容 海门 启东 如皋 姜堰 仪征 高邮 金湖 盱眙 射阳 大丰 沭阳 泗洪 邳州 新沂 余杭 萧山 慈溪 余姚 海宁 桐乡'.split(
    ' ',
  );
const fields =
  '半导体 光伏 储能 氢能 航空 船舶 机床 轴承 传感器 机器人 激光 医疗器械 疫苗 中药 乳品 粮油 纺织 家纺 陶瓷 水泥 钢铁 铝材 稀土 石墨烯 涂料 橡胶 物流 冷链 会展 软件 云计算 区块链 动漫 旅游 养老 种业'.split(
    ' ',
  );
const kinds =
  '产业园 研究院 孵化器 生产基地 检测中心 数据中心 交易市场 创新联盟 示范工厂 人才公寓 标准厂房 公共平台 物流园 展示馆 实训基地 加速器'.split(
    ' ',
  );
const people =
  '管委会主任 企业负责人 专家组 招商专员 项目经理 研究人员 街道书记 协会秘书长 投资人代表 青年工程师'.split(' ');
const actions =
  '举行签约 集中开工 通过评审 启动建设 竣工投产 召开推进会 完成选址 发布榜单 开展调研 达成合作 申报试点 组织路演 签订协议 引进团队 通过验收 设立基金'.split(
    ' ',
  );
const ends =
  '总投资超过百亿元 预计年产值五十亿元 服务企业三百余家 带动就业两千人 进一步优化营商环境 填补了本地空白 缩短审批时间一半 为全年目标打下基础 形成上下游配套 获得省级认定'.split(
    ' ',
  );
const zones = [
  '相城经济技术开发区',
  '昆山经济技术开发区',
  '广州经济技术开发区',
  '天津经济技术开发区',
  '青岛经济技术开发区',
];
const columns = ['招商动态', '文字新闻', '通知公告', '园区动态'];

type Dice = (sides: number) => number;

/** A small generator of numbers that look random and are always the same. */
function diceOf(seed: number): Dice {
  let state = (seed * 2_654_435_761) >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

function pick<T>(dice: Dice, from: readonly T[]): T {
  return from[dice(from.length)] as T;
}

function project(dice: Dice): string {
  return `${pick(dice, places)}${pick(dice, fields)}${pick(dice, kinds)}`;
}

function sentence(dice: Dice): string {
  return `${project(dice)}${pick(dice, actions)}，${pick(dice, ends)}，${pick(dice, people)}表示将与${project(dice)}一起${pick(dice, actions)}。`;
}

function pageOf(number: number): string {
  const dice = diceOf(number + 1);
  const title = `${project(dice)}${pick(dice, actions)}（第${number}期）`;
  const paragraphs = Array.from({ length: 8 + dice(8) }, () =>
    Array.from({ length: 3 }, () => sentence(dice)).join(''),
  );
  const at = `20${String(15 + dice(10)).padStart(2, '0')}-${String(1 + dice(12)).padStart(2, '0')}-${String(1 + dice(28)).padStart(2, '0')} 09:${String(10 + dice(50))}`;
  const facts = {
    title,
    at,
    zone: pick(dice, zones),
    column: pick(dice, columns),
    address: `https://zone.example/${number}.html`,
  };
  return shapes[number % shapes.length]?.(facts, paragraphs) ?? '';
}

type Facts = Readonly<Record<'title' | 'at' | 'zone' | 'column' | 'address', string>>;

const menu = Array.from(
  { length: 120 },
  (_, at) => `<li class="nav-item"><a href="/column/${at}/index.html" target="_blank">栏目${at}</a></li>`,
).join('\n');
const related = Array.from(
  { length: 20 },
  (_, at) =>
    `<li><a href="/news/${at}.html">相关新闻标题之${at}，园区动态</a><span>2023-0${1 + (at % 9)}-11</span></li>`,
).join('\n');
const styles = `<style>${Array.from({ length: 100 }, (_, at) => `.c${at} > a:hover { color: #0b4f6c; margin: 0 ${at}px; }`).join('\n')}</style><script>${'var a = function (b) { return b + 1; };\n'.repeat(80)}</script>`;
const top = `<div class="header"><ul class="nav">${menu}</ul></div>`;
const bottom = `<div class="related"><h3>相关阅读</h3><ul>${related}</ul></div><div class="footer">版权所有：示例 网站标识码：9900000001</div>`;
const inParagraphs = (texts: readonly string[]) =>
  texts.map((text) => `<p style="text-indent: 2em"><span>　　${text}</span></p>`).join('\n');

const shapes: readonly ((facts: Facts, paragraphs: readonly string[]) => string)[] = [
  ({ title, at, zone, column, address }, paragraphs) =>
    `<!DOCTYPE html><html><head><meta charset="utf-8"><link rel="canonical" href="${address}"><meta name="SiteName" content="${zone}管理委员会"><meta name="ColumnName" content="${column}"><meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${at}"><meta name="ContentSource" content="${zone}管委会">${styles}</head><body>${top}<h2>${title}</h2><div class="TRS_Editor">${inParagraphs(paragraphs)}<p><img src="./W1.jpg"></p></div>${bottom}</body></html>`,
  ({ title, at, zone, column, address }, paragraphs) =>
    `<html><head><meta charset="utf-8"><meta property="og:url" content="${address}"><title>${title}-示例网</title>${styles}</head><body>${top}<div class="pos">当前位置：<a>首页</a> &gt; <a>${column}</a></div><h1>${title}</h1><div>发布时间：${at}　来源：${zone}　发布开发区：${zone}　字号：大 中 小</div><div id="zoom">${inParagraphs(paragraphs)}</div>${bottom}</body></html>`,
  ({ title, at, zone, column, address }, paragraphs) =>
    `<!--${address}--><html><head><meta charset="utf-8"><title>${title}</title>${styles}</head><body>${top}<p>您的位置：首页 &gt;&gt; ${column}</p><table><tr><td><h3>${title}</h3><p>日期：${at} 来源：${zone} 发布开发区：${zone}</p><div class="text">${paragraphs.join('<br><br>')}</div></td></tr></table>${bottom}</body></html>`,
];
