import { describe, expect, test } from 'vitest';
import { zoneNameEn } from './english.ts';

const places = new Set([
  '江苏',
  '苏州',
  '相城',
  '常熟',
  '泰州',
  '西藏',
  '陕西',
  '西安',
  '伊通',
  '内蒙古',
  '呼和浩特',
  '乌拉特后',
  '德宏',
  '上饶',
]);

describe('the English name of a zone', () => {
  test.each([
    ['相城经济技术开发区', 'Xiangcheng Economic and Technological Development Zone'],
    ['江苏省相城高新技术产业开发区', 'Jiangsu Xiangcheng High-Tech Industrial Development Zone'],
    ['江苏常熟综合保税区A区、B区', 'Jiangsu Changshu Comprehensive Bonded Zone (Areas A and B)'],
    ['中国（陕西）自由贸易试验区', 'China (Shaanxi) Pilot Free Trade Zone'],
    ['内蒙古呼和浩特出口加工区', 'Inner Mongolia Hohhot Export Processing Zone'],
    ['西藏自治区藏青工业园', 'Tibet Zangqing Industrial Park'],
    ['西安国家自主创新示范区', "Xi'an National Innovation Demonstration Zone"],
    ['绥芬河－东宁重点开发开放试验区', 'Suifenhe–Dongning Key Development and Opening-Up Pilot Zone'],
    ['乌拉特后旗循环经济工业园区', 'Urad Rear Banner Circular Economy Industrial Park'],
    ['伊通满族自治县经济开发区', 'Yitong Economic Development Zone'],
    ['江苏泰州港经济开发区', 'Jiangsu Taizhou Port Economic Development Zone'],
    ['河北滦县经济开发区', 'Hebei Luanxian Economic Development Zone'],
    [
      '喀什经济开发区（含新疆生产建设兵团片区）',
      'Kashgar Economic Development Zone (including Xinjiang Production and Construction Corps Area)',
    ],
    ['武汉东湖新技术开发区', 'Wuhan East Lake New Technology Development Zone'],
  ])('%s is %s', (zh, en) => {
    expect(zoneNameEn(zh, new Set([...places, '河北', '喀什', '武汉', '绥芬河', '东宁']))).toBe(en);
  });
});
