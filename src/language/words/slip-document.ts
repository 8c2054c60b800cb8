import type { TwoText } from '../lang.ts';

/** A slip as an official document. */
export const slipDocumentWords = {
  title: { zh: '督办通知单', en: 'Supervision slip' },
  opening: (matter: TwoText, cause: TwoText): TwoText => ({
    zh: `现就“${matter.zh}”（来源：${cause.zh}）予以督办，请按时限办理并反馈。`,
    en: `This slip is about “${matter.en}” (cause: ${cause.en}). Deal with it within its limits, and answer.`,
  }),
  limits: { zh: '办理时限', en: 'Limits' },
  limitLine: (difficulty: TwoText, due: string): TwoText => ({
    zh: `本事项为${difficulty.zh}，须于 ${due} 前办结。`,
    en: `The matter is ${difficulty.en.toLowerCase()} and must be solved by ${due}.`,
  }),
  step: { zh: '环节', en: 'Step' },
  due: { zh: '时限', en: 'Due' },
  done: { zh: '完成', en: 'Done' },
  standing: { zh: '情况', en: 'How it stands' },
  day: { zh: '日期', en: 'Day' },
  what: { zh: '事项', en: 'What' },
  who: { zh: '经办', en: 'Who' },
  note: { zh: '说明', en: 'In words' },
} as const;
