/** What tells one kind of words from another in Chinese and English text. */

/** Where a number is given so that people call it: 联系电话, 咨询热线, Tel. */
export const contact =
  /联系|电话|热线|咨询|传真|手机|邮箱|客服|值班|举报|报名|服务台|总机|tel|phone|fax|contact|hotline|call|e-?mail|enquir|inquir/;
export const unit = /^[ ]*(?:元|万|亿|千|平方|㎡|吨|公里|人|个|辆|度|kw|mw|rmb|yuan|usd|tons?)/;

export const passportWord = /护照|passport/;

const kinds =
  '经济技术开发区|高新技术产业开发区|经济开发区|高新技术开发区|综合保税区|自由贸易试验区|保税港区|出口加工区|旅游度假区|边境经济合作区|台商投资区|工业园区|产业园区|经开区|高新区|综保区|自贸区';
/** Something that ends like the name of a zone. */
export const zoneLike = new RegExp(`([\\u4e00-\\u9fff]{2,14}?)(${kinds})`, 'g');
/** Words that stand before a name and are no part of it. */
export const joints =
  /.*(?:位于|坐落|来自|落户|入驻|走进|前往|考察|参观|调研|赴|携手|联合|代表|以及|包括|其中|通过|作为|成为|获批|建设|推进|支持|推动|加快|[在与和及由向对到从于至的了为是将等同把被让给用以或])/;
/** What is said of zones in general: no name. */
export const general =
  /^(?:.*(?:级|各类|各|全国|全省|全市|本|该|此|我|其|类|多个|一个|两个|所有|其他|相关|重点|一批|特色|现代|新型|沿海|国内|海外|境外|首个|唯一|开放|[一二三四五六七八九十百\d]+[家个]))$/;
