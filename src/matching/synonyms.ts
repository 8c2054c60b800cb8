/**
 * Technology words that mean the same, one group a line; the first is the one compared. Abbreviations in lower case.
 * Written for this project. Only words that can stand for each other in any need belong here, not related ones.
 */
const groups = `
自动导引车 agv 自动导引运输车 无人搬运车
无人机 uav 无人驾驶航空器
挥发性有机物 vocs voc 挥发性有机化合物
`;

const concepts = new Map<string, string>();
for (const line of groups.split('\n').filter(Boolean)) {
  const [first = '', ...others] = line.split(' ');
  for (const word of others) concepts.set(word, first);
}

/** The word a word is compared as: its group's first, or itself. */
export function conceptOf(word: string): string {
  return concepts.get(word) ?? word;
}

/** Words the segmenter must keep whole. */
export const technologyWords: readonly string[] = [...concepts.keys(), ...new Set(concepts.values())];
