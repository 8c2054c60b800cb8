import type { TwoText } from '../lang.ts';

/** Machine translation: its settings, its buttons, and what it could not do. */
export const translatingWords = {
  urlWrong: {
    zh: 'YUANLIAN_TRANSLATE_URL 应为兼容 OpenAI 的接口地址，不带参数和密码，例如 http://127.0.0.1:8000/v1。',
    en: 'YUANLIAN_TRANSLATE_URL must be the address of an OpenAI-compatible service without parameters or a password, for example http://127.0.0.1:8000/v1.',
  },
  modelMissing: {
    zh: '设置了 YUANLIAN_TRANSLATE_URL，还要用 YUANLIAN_TRANSLATE_MODEL 指定模型名称。',
    en: 'YUANLIAN_TRANSLATE_URL is set, so YUANLIAN_TRANSLATE_MODEL must name the model.',
  },
  modelWrong: {
    zh: 'YUANLIAN_TRANSLATE_MODEL 应为模型名称，最多 200 个字符，不含空格和换行。',
    en: 'YUANLIAN_TRANSLATE_MODEL must be the name of a model: 200 characters at most, without spaces or line breaks.',
  },
  keyWrong: {
    zh: 'YUANLIAN_TRANSLATE_KEY 只能含英文字母、数字和符号，不含空格和换行。',
    en: 'YUANLIAN_TRANSLATE_KEY may hold only letters, digits and signs, without spaces or line breaks.',
  },
  urlMissing: (name: string): TwoText => ({
    zh: `设置了 ${name}，但没有用 YUANLIAN_TRANSLATE_URL 指定翻译服务的地址。`,
    en: `${name} is set, but YUANLIAN_TRANSLATE_URL does not say where the translation service is.`,
  }),
  all: { zh: '机器翻译未译和有改动的段落', en: 'Translate what is missing or has changed' },
  one: { zh: '机器翻译这一段', en: 'Translate this paragraph' },
  oneNumbered: (at: number): TwoText => ({ zh: `机器翻译第 ${at} 段`, en: `Translate paragraph ${at}` }),
  hint: {
    zh: '译文只写入草稿，并标明“机器翻译”。请逐段核对后，再勾选“已对照最新原文”。',
    en: 'The result goes into the draft only, marked as machine translation. Read it against the original, then tick “Checked against the original”.',
  },
  working: { zh: '正在翻译，可能需要一两分钟…', en: 'Translating. This can take a minute or two…' },
  missing: { zh: '未译', en: 'Not translated yet' },
  done: (parts: number): TwoText => ({
    zh: `机器翻译了 ${parts} 处，已写入草稿，请逐段核对。`,
    en: `${parts} ${parts === 1 ? 'part' : 'parts'} translated by machine and put into the draft. Read each against the original.`,
  }),
  nothing: { zh: '没有需要翻译的段落。', en: 'Nothing is left to translate.' },
  left: { zh: '以下部分留给您翻译：', en: 'These are left to you:' },
  places: {
    title: { zh: '标题', en: 'Title' },
    summary: { zh: '摘要', en: 'Summary' },
    paragraph: (at: number): TwoText => ({ zh: `第 ${at} 段`, en: `Paragraph ${at}` }),
  },
  reasons: {
    brackets: { zh: '原文含有 ⟦ ⟧ 符号', en: 'the original holds the signs ⟦ ⟧' },
    answer: { zh: '服务给出的译文不可用', en: 'the service’s answer could not be used' },
    structure: { zh: '译文丢失了链接、加粗等格式', en: 'the translation lost links or other formatting' },
    tooMuch: { zh: '超出一次翻译的上限，请再点一次', en: 'more than one go allows: press again' },
    removed: { zh: '原文已删去这一段，请自行决定译文去留', en: 'removed from the original: decide whether it stays' },
    stopped: { zh: '翻译中断', en: 'the translation was interrupted' },
  },
  away: { zh: '翻译服务没有应答，请稍后再试。', en: 'The translation service does not answer. Try again later.' },
  slow: {
    zh: '翻译服务在限定时间内没有答完，请稍后再试，或逐段翻译。',
    en: 'The translation service did not finish in time. Try again later, or paragraph by paragraph.',
  },
  denied: {
    zh: '翻译服务拒绝了请求，请联系管理员检查翻译服务的设置。',
    en: 'The translation service refused. Ask an operator to check its settings.',
  },
  busy: { zh: '翻译服务正忙，请稍后再试。', en: 'The translation service is busy. Try again later.' },
  nonsense: {
    zh: '翻译服务的应答不可用，没有改动译文。请稍后再试，或自行翻译。',
    en: 'The translation service’s answer could not be used, and nothing was changed. Try again later, or translate it yourself.',
  },
  tooOften: {
    zh: '您使用机器翻译过于频繁，请一小时后再试。',
    en: 'You have used machine translation too often. Try again in an hour.',
  },
  notSetUp: { zh: '本站没有设置翻译服务。', en: 'No translation service is set up here.' },
  noSuchBlock: { zh: '原文中没有这一段，请刷新页面。', en: 'The original has no such paragraph. Reload the page.' },
} as const;
