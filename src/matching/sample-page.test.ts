import { describe, expect, test } from 'vitest';
import { segment } from '#text/segment.server.ts';
import type { MatchDocument } from './document.ts';
import { prepare, type Prepared } from './prepare.ts';
import { rank } from './rank.ts';
import { statisticsOf } from './statistics.ts';
import type { Suggestion } from './suggestion.ts';

/** The institutes of the sample page, with what they are publicly known for, and needs such as its enterprises have. */
const suzhou = { province: '江苏省', city: '苏州市' };

function institute(name: string, capabilities: string): Prepared {
  const document: MatchDocument = {
    id: name,
    role: 'institute',
    organisation: name,
    region: name.startsWith('香港') ? { province: '香港特别行政区' } : suzhou,
    texts: [{ lang: 'zh', title: name, body: capabilities }],
  };
  return prepare(document, segment);
}

const institutes = [
  institute('先进技术成果长三角转化中心', '先进技术成果转化，提供成果评价、概念验证、知识产权运营和供需对接服务。'),
  institute('长三角先进材料研究院', '先进材料研发与中试：碳化硅与氧化铝结构陶瓷、特种合金、粉末冶金、材料检测表征。'),
  institute('江苏集萃功能材料研究所', '功能材料：高分子改性工程塑料、耐磨涂层、电磁屏蔽与吸波材料、表面防护。'),
  institute('香港应用科技研究院', '信息通信与电子：毫米波雷达、车联网、集成电路设计、人工智能边缘计算、传感器。'),
  institute('中国计算机学会', '计算机领域专家资源：软件工程、大数据平台、图像识别、数字化转型咨询。'),
  institute(
    '上海交通大学长三角创新研究院材料中心',
    '轻合金材料与成形：铝合金、镁合金压铸与精密铸造、轻量化零部件、热处理。',
  ),
];

function need(title: string, body: string): Prepared {
  const document: MatchDocument = {
    id: title,
    role: 'need',
    organisation: '企业',
    region: suzhou,
    texts: [{ lang: 'zh', title, body }],
  };
  return prepare(document, segment);
}

const needs = {
  wafers: need('晶圆传输机器人末端执行器的陶瓷叉', '需要耐高温、低颗粒的碳化硅陶瓷，平面度优于 0.05 mm。'),
  cleaners: need('洗地机滚刷支架用耐磨工程塑料', '清洁电器长期接触污水，现用塑料易磨损，寻求改性塑料或耐磨涂层。'),
  cockpits: need('智能座舱生命体征毫米波雷达感知', '车内毫米波雷达检测遗留儿童，误报率低于 1%。'),
  sites: need('建筑工地安全隐患图像识别与数据平台', '智能建造项目需要对工地视频自动识别安全隐患，并汇入项目管理软件。'),
  castings: need('新能源汽车电机壳体铝合金压铸缩孔控制', '壳体压铸件气密性不良率高于 3%，要求降到 1% 以下。'),
};

const context = { statistics: statisticsOf([...institutes, ...Object.values(needs)]), today: '2026-11-23' };
const first = (asked: Prepared): Suggestion | undefined => rank(asked, institutes, context)[0];

describe('the needs of the enterprises of the sample page', () => {
  test.each([
    ['wafers', '长三角先进材料研究院'],
    ['cleaners', '江苏集萃功能材料研究所'],
    ['cockpits', '香港应用科技研究院'],
    ['sites', '中国计算机学会'],
    ['castings', '上海交通大学长三角创新研究院材料中心'],
  ] as const)('%s are met by %s', (which, right) => {
    expect(first(needs[which])?.id).toBe(right);
  });

  test('the sentence names what both speak of, in both languages', () => {
    const sentence = first(needs.castings)?.sentence;
    expect(sentence?.zh).toMatch(/铝合金.*领域|压铸.*领域/);
    expect(sentence?.en).toContain('in the field of');
  });

  test('what the institute does not mention is said to be missing, and saying it would raise the score', () => {
    const suggestion = first(needs.wafers);
    expect(suggestion?.missing.find(({ part }) => part === 'text')?.words).toContain('末端');
    expect(suggestion?.raise[0]?.part).toBe('text');
  });

  test('an English need finds what is offered in Chinese', () => {
    const document: MatchDocument = {
      ...needs.wafers.document,
      texts: [{ lang: 'en', title: 'Silicon carbide ceramic end effector for wafer handling robots' }],
    };
    expect(first(prepare(document, segment))?.id).toBe('长三角先进材料研究院');
  });

  test('an institute finds the needs it can solve', () => {
    const [, materials] = institutes;
    const found = materials === undefined ? [] : rank(materials, Object.values(needs), context);
    expect(found[0]?.id).toBe(needs.wafers.document.id);
  });
});
