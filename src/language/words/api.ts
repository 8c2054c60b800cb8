import type { TwoText } from '../lang.ts';

/** What the API says: errors, and the readable page that describes it. */
export const apiWords = {
  title: { zh: '数据接口', en: 'Data and API' },
  lead: {
    zh: '本站公开的数据都可以用程序读取：与网页同一份数据，不需要注册，也不需要密钥。',
    en: 'Everything published here can be read by programs too: the same data as the pages, without registration or a key.',
  },
  badRequest: { zh: '请求有误', en: 'The request is not right' },
  notFound: { zh: '没有找到', en: 'Not found' },
  notAllowed: { zh: '这个接口只能读取', en: 'This API is read-only' },
  broken: { zh: '服务出了问题', en: 'Something went wrong on our side' },
  unknownParameter: (name: string, allowed: readonly string[]): TwoText => ({
    zh: `不认识参数“${name}”。可用的参数：${allowed.join('、')}。`,
    en: `There is no parameter “${name}”. You can use: ${allowed.join(', ')}.`,
  }),
  takesNone: (name: string): TwoText => ({
    zh: `不认识参数“${name}”：这里不接受参数。`,
    en: `There is no parameter “${name}”: nothing can be set here.`,
  }),
  givenTwice: (name: string): TwoText => ({
    zh: `参数“${name}”只能出现一次。`,
    en: `The parameter “${name}” may be given only once.`,
  }),
  oneOf: (name: string, values: readonly string[]): TwoText => ({
    zh: `参数“${name}”只能是：${values.join('、')}。`,
    en: `“${name}” must be one of: ${values.join(', ')}.`,
  }),
  atMost: (name: string, limit: string): TwoText => ({
    zh: `参数“${name}”不能超过 ${limit}。`,
    en: `“${name}” may be ${limit} at most.`,
  }),
  atLeast: (name: string, limit: string): TwoText => ({
    zh: `参数“${name}”不能少于 ${limit}。`,
    en: `“${name}” must be ${limit} at least.`,
  }),
  notUnderstood: (name: string): TwoText => ({
    zh: `参数“${name}”的值看不懂。`,
    en: `The value of “${name}” could not be understood.`,
  }),
  noSuchAddress: (path: string): TwoText => ({
    zh: `接口里没有 ${path} 这个地址，全部地址见 /api/v1/openapi.json。`,
    en: `There is nothing at ${path}. All addresses are listed in /api/v1/openapi.json.`,
  }),
  noSuchRecord: (id: string): TwoText => ({
    zh: `没有编号为“${id}”的公开记录。`,
    en: `There is no public record “${id}”.`,
  }),
  onlyReading: {
    zh: '请用 GET 或 HEAD。',
    en: 'Use GET or HEAD.',
  },
} as const;
