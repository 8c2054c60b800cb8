/** A slip as an official document, which is Chinese whatever the language of the desk. */
export const slipDocumentWords = {
  title: '督办通知单',
  opening: (matter: string, cause: string): string => `现就“${matter}”（来源：${cause}）予以督办，请按时限办理并反馈。`,
  limits: '办理时限',
  limitLine: (difficulty: string, due: string): string => `本事项为${difficulty}，须于 ${due} 前办结。`,
  step: '环节',
  due: '时限',
  done: '完成',
  standing: '情况',
  day: '日期',
  what: '事项',
  who: '经办',
  note: '说明',
} as const;
