/** The fonts of the standard, and what stands in where a machine does not have them. */
export const fonts = {
  heading: { name: '方正小标宋简体', instead: '方正小标宋_GBK,小标宋体,华文中宋,STZhongsong,宋体,SimSun' },
  black: { name: '黑体', instead: 'SimHei,方正黑体_GBK,Noto Sans CJK SC,微软雅黑' },
  script: { name: '楷体_GB2312', instead: '楷体,KaiTi,方正楷体_GBK,华文楷体,STKaiti' },
  body: { name: '仿宋_GB2312', instead: '仿宋,FangSong,方正仿宋_GBK,华文仿宋,STFangsong' },
  plain: { name: '宋体', instead: 'SimSun,Noto Serif CJK SC,华文宋体' },
} as const;

export type Font = keyof typeof fonts;

/** Chinese in the font of the standard, Latin letters and digits in the one every machine has. */
export function inFont(font: Font) {
  const { name } = fonts[font];
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: name };
}
