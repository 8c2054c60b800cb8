import type { TwoText } from '../lang.ts';

/** What a page says when it cannot be shown. */
export const errorWords = {
  notFoundTitle: { zh: '没有找到这个页面', en: 'There is no page here' },
  notFound: {
    zh: '网址可能有误，或者内容已经撤下。可以搜索一下，或从下面的列表找起。',
    en: 'The address may be mistyped, or what was here has been withdrawn. Try a search, or start from one of these lists.',
  },
  withdrawnTitle: { zh: '内容已撤回', en: 'This has been withdrawn' },
  withdrawn: {
    zh: '可以搜索相关内容，或从下面的列表找起。',
    en: 'Search for something like it, or start from one of these lists.',
  },
  badRequestTitle: { zh: '这个网址里有不认识的条件', en: 'Part of this address makes no sense here' },
  badRequest: {
    zh: '请检查网址中“?”之后的部分，或从列表重新筛选。',
    en: 'Check what follows the “?” in the address, or choose your filters again from the list.',
  },
  refusedTitle: { zh: '这一步没有做成', en: 'This could not be done' },
  refused: { zh: '请返回上一页再试。', en: 'Go back a page and try again.' },
  busyTitle: { zh: '请求太频繁了', en: 'Too many requests' },
  busy: { zh: '请稍等片刻再试。', en: 'Wait a moment, then try again.' },
  brokenTitle: { zh: '服务出了问题', en: 'Something went wrong on our side' },
  broken: {
    zh: '不是您的操作有误。请稍后再试；如果一直这样，请把下面的编号告诉我们，我们凭它查原因。',
    en: 'It is nothing you did. Try again shortly; if it keeps happening, send us the number below and we can look up what happened.',
  },
  requestId: { zh: '请求编号', en: 'Request number' },
  asked: { zh: '您要找的网址', en: 'The address you asked for' },
  nearestZones: { zh: '您要找的可能是这些开发区', en: 'You may be looking for one of these zones' },
  startHere: { zh: '从这里找起', en: 'Start here' },
  allZones: { zh: '全部开发区', en: 'All zones' },
  allNews: { zh: '全部新闻', en: 'All news' },
} satisfies Record<string, TwoText>;
