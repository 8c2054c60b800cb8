import type { Lang, TwoText } from '../lang.ts';

/** The parts of a match, as they are listed under a suggestion. */
export const matchingWords = {
  parts: {
    text: { zh: '内容', en: 'Content' },
    industry: { zh: '产业', en: 'Industry' },
    discipline: { zh: '学科', en: 'Discipline' },
    kind: { zh: '类别', en: 'Kind' },
    stage: { zh: '成熟度与时限', en: 'Stage and deadline' },
    budget: { zh: '预算', en: 'Budget' },
    region: { zh: '地区', en: 'Region' },
    cooperation: { zh: '合作方式', en: 'Form of cooperation' },
    rights: { zh: '成果归属', en: 'Ownership of the result' },
    outcomes: { zh: '以往对接', en: 'Earlier connections' },
  },
  fields: {
    title: { zh: '标题', en: 'title' },
    keywords: { zh: '关键词', en: 'keywords' },
    summary: { zh: '摘要', en: 'summary' },
    targets: { zh: '指标', en: 'targets' },
    body: { zh: '正文', en: 'text' },
    background: { zh: '背景', en: 'background' },
  },
  verdicts: {
    fits: { zh: '相符', en: 'Fits' },
    partly: { zh: '部分相符', en: 'Partly fits' },
    against: { zh: '不符', en: 'Does not fit' },
    unknown: { zh: '未填写', en: 'Not stated' },
  },
  says: {
    industry: {
      fits: { zh: '属于同一产业', en: 'Both are in the same industry' },
      partly: { zh: '产业相近', en: 'The industries are close' },
      against: { zh: '所属产业不同', en: 'They are in different industries' },
      unknown: { zh: '有一方未填产业', en: 'One side has not named its industry' },
    },
    discipline: {
      fits: { zh: '学科一致', en: 'Same discipline' },
      partly: { zh: '学科相近', en: 'Related disciplines' },
      against: { zh: '学科不同', en: 'Different disciplines' },
      unknown: { zh: '有一方未填学科', en: 'One side has not named its discipline' },
    },
    kind: {
      fits: { zh: '提供的正是所需类别', en: 'It is the kind of help asked for' },
      partly: { zh: '提供的类别与所需接近', en: 'It is close to the kind of help asked for' },
      against: { zh: '提供的类别不是所需', en: 'It is not the kind of help asked for' },
      unknown: { zh: '有一方未填类别', en: 'One side has not said what kind it is' },
    },
    stage: {
      fits: { zh: '成熟度赶得上时限', en: 'Mature enough for the deadline' },
      partly: { zh: '按目前成熟度，时限偏紧', en: 'At this stage the deadline is tight' },
      against: { zh: '按目前成熟度，赶不上时限', en: 'At this stage the deadline cannot be met' },
      unknown: { zh: '成熟度未填', en: 'The stage is not stated' },
    },
    budget: {
      fits: { zh: '报价在预算之内', en: 'The price is within the budget' },
      partly: { zh: '报价略高于预算', en: 'The price is somewhat above the budget' },
      against: { zh: '报价远高于预算', en: 'The price is far above the budget' },
      unknown: { zh: '预算或报价未填', en: 'The budget or the price is not stated' },
    },
    region: {
      fits: { zh: '同城，便于合作', en: 'In the same city' },
      partly: { zh: '不在同一城市', en: 'Not in the same city' },
      against: { zh: '相距较远', en: 'Far apart' },
      unknown: { zh: '有一方未填地区', en: 'One side has not said where it is' },
    },
    cooperation: {
      fits: { zh: '合作方式一致', en: 'They accept the same form of cooperation' },
      partly: { zh: '合作方式可以商量', en: 'The form of cooperation can be discussed' },
      against: { zh: '合作方式不一致', en: 'They want different forms of cooperation' },
      unknown: { zh: '有一方未填合作方式', en: 'One side has not said how it would cooperate' },
    },
    rights: {
      fits: { zh: '对成果归属的要求一致', en: 'They agree on who owns the result' },
      partly: { zh: '成果归属需要协商', en: 'Who owns the result has to be agreed' },
      against: { zh: '双方都要求拥有成果', en: 'They do not agree on who owns the result' },
      unknown: { zh: '有一方未填成果归属', en: 'One side has not said who should own the result' },
    },
    outcomes: {
      fits: { zh: '以往对接多有成果', en: 'Its earlier connections mostly ended in agreements' },
      partly: { zh: '以往对接成败参半', en: 'Its earlier connections went both ways' },
      against: { zh: '以往对接少有成果', en: 'Few of its earlier connections ended in agreements' },
      unknown: { zh: '还没有对接记录', en: 'It has no earlier connections' },
    },
  },
  /** What speaks for a pair, then what speaks against it. */
  sentence: (pro: readonly TwoText[], con: readonly TwoText[]): TwoText => ({
    zh: `${[pro.map(({ zh }) => zh).join('，') || '没有明显的共同之处', con.map(({ zh }) => zh).join('，')].filter(Boolean).join('；但')}。`,
    en: `${[pro.map(({ en }, place) => (place === 0 ? en : lowerFirst(en))).join('; ') || 'Nothing clear in common', con.map(({ en }) => lowerFirst(en)).join('; ')].filter(Boolean).join(', but ')}.`,
  }),
} as const;

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export type MatchingSays = keyof typeof matchingWords.says;

const list = (words: readonly string[], lang: 'zh' | 'en') =>
  words.map((word) => `“${word}”`).join(lang === 'zh' ? '' : ', ');

/** Both texts speak of these words. */
/** The words in the language of each sentence, as far as there are any. */
type ShownWords = Readonly<Record<Lang, readonly string[]>>;

export const speaksOf = (words: ShownWords): TwoText => ({
  zh: `双方都提到${list(words.zh, 'zh')}`,
  en: `Both speak of ${list(words.en, 'en')}`,
});

export const speaksOfInField = (words: ShownWords, field: TwoText): TwoText => ({
  zh: `${speaksOf(words).zh}，同属${field.zh}领域`,
  en: `${speaksOf(words).en}, in the field of ${field.en}`,
});

export const sharesField = (field: TwoText): TwoText => ({
  zh: `同属${field.zh}领域，但没有共同的用词`,
  en: `Both are in the field of ${field.en}, but share no particular word`,
});

export const speaksOfNothing: TwoText = { zh: '内容上没有共同之处', en: 'Their texts have nothing in common' };

/** What the need rests on and the other side does not mention. */
export const neverSays = (words: readonly string[]): TwoText => ({
  zh: `对方未提到${list(words, 'zh')}`,
  en: `The other side does not mention ${list(words, 'en')}`,
});

export const couldSay = (words: readonly string[]): TwoText => ({
  zh: `如果确实能做，请在成果中写明${list(words, 'zh')}`,
  en: `If it is covered, say so in the offer: ${list(words, 'en')}`,
});

export const couldFill: Readonly<Record<MatchingSays, TwoText>> = {
  industry: { zh: '填写所属产业', en: 'Name the industry' },
  discipline: { zh: '填写学科', en: 'Name the discipline' },
  kind: { zh: '填写类别', en: 'Say what kind of help it is' },
  stage: { zh: '填写成熟度', en: 'State how far it has come' },
  budget: { zh: '填写预算或报价', en: 'State a budget or a price' },
  region: { zh: '填写所在地区', en: 'Say where it is' },
  cooperation: { zh: '填写可接受的合作方式', en: 'Name the forms of cooperation it accepts' },
  rights: { zh: '填写对成果归属的要求', en: 'Say who should own the result' },
  outcomes: { zh: '先完成一次对接', en: 'Complete a first connection' },
};

export const couldChange: Readonly<Partial<Record<MatchingSays, TwoText>>> = {
  stage: { zh: '放宽时限，或先做中试验证', en: 'Allow more time, or start with a pilot' },
  budget: { zh: '商量价格或预算', en: 'Discuss the price or the budget' },
  cooperation: { zh: '商量合作方式', en: 'Discuss the form of cooperation' },
  rights: { zh: '商量成果归属', en: 'Discuss who owns the result' },
};
