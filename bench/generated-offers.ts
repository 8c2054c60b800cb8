import type { MatchDocument } from '#matching/document.ts';
import { industryThemes } from '#matching/themes-industry.ts';
import { lifeThemes } from '#matching/themes-life.ts';

const themes = [lifeThemes, industryThemes].flatMap((text) =>
  text
    .trim()
    .split('\n')
    .map((line) => (line.split(': ')[1] ?? '').split(' ').filter((word) => /^[\u3400-\u9fff]{2,}$/.test(word))),
);
const words = themes.flat();
const glue = ['研究', '技术', '应用', '系统', '方法', '开发', '制备', '关键技术', '装置', '产业化'];

/** The same documents every time. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Titles and texts of a few sentences, mostly of one field with some words from anywhere; for speed, not for quality. */
export function generated(count: number, role: 'need' | 'offer', seed: number): MatchDocument[] {
  const chance = chanceFrom(seed);
  const of = (list: readonly string[]) => list[Math.floor(chance() * chance() * list.length)] ?? '';
  const cities = ['苏州市', '无锡市', '深圳市', '郑州市', '西安市'];
  return Array.from({ length: count }, (_, place) => {
    const theme = themes[Math.floor(chance() * themes.length)] ?? [];
    const word = () => (chance() < 0.6 ? of(theme) : chance() < 0.5 ? of(glue) : of(words));
    const text = (length: number) => Array.from({ length }, word).join('');
    return {
      id: `${role} ${place}`,
      role,
      organisation: `${role} of ${place % 997}`,
      texts: [
        { lang: 'zh', title: text(6), summary: text(15), body: Array.from({ length: 6 }, () => text(8)).join('。') },
      ],
      region: { city: of(cities) },
      stage: role === 'offer' ? 'demonstration' : null,
      deadline: role === 'need' ? '2027-06-30' : null,
    };
  });
}
