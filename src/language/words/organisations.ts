import type { TwoText } from '../lang.ts';

/** What is wrong with a unified social credit code. */
export const creditCodeWords = {
  wrongLength: (length: number): TwoText => ({
    zh: `统一社会信用代码应有 18 位，现在是 ${length} 位。`,
    en: `A unified social credit code has 18 characters; this one has ${length}.`,
  }),
  wrongSign: (at: number, sign: string, meant: string | undefined): TwoText => ({
    zh: `第 ${at} 位的“${sign}”不会出现在统一社会信用代码里${meant ? `，是不是“${meant}”？` : '。'}`,
    en: `Character ${at}, “${sign}”, does not occur in such a code.${meant ? ` Is it “${meant}”?` : ''}`,
  }),
  wrongBody: {
    zh: '校验不符，错误多半在第 9 至 17 位，请对照营业执照核对。',
    en: 'The check character does not fit. The mistake is probably in characters 9 to 17; compare them with the licence.',
  },
  wrongOutside: (last: string): TwoText => ({
    zh: `校验不符：第 1 至 8 位有误，或最后一位应为“${last}”，请对照营业执照核对。`,
    en: `The check character does not fit: characters 1 to 8 are wrong, or the last one should be “${last}”. Compare them with the licence.`,
  }),
};

/** Organisations: what they are, the forms and the list of the desk. */
export const organisationWords = {
  organisations: { zh: '组织', en: 'Organisations' },
  kinds: {
    enterprise: { zh: '企业', en: 'Enterprise' },
    institute: { zh: '科创平台', en: 'Institute' },
    government: { zh: '政府机构', en: 'Government body' },
    association: { zh: '协会', en: 'Association' },
  },
  instituteKinds: {
    university: { zh: '高等院校', en: 'University' },
    'research-institute': { zh: '科研院所', en: 'Research institute' },
    laboratory: { zh: '实验室', en: 'Laboratory' },
    'innovation-centre': { zh: '创新中心', en: 'Innovation centre' },
    'transfer-centre': { zh: '技术转移中心', en: 'Technology transfer centre' },
    'testing-centre': { zh: '检测服务平台', en: 'Testing centre' },
    incubator: { zh: '孵化器', en: 'Incubator' },
    society: { zh: '学会', en: 'Learned society' },
  },
  sizes: {
    micro: { zh: '微型', en: 'Micro' },
    small: { zh: '小型', en: 'Small' },
    medium: { zh: '中型', en: 'Medium' },
    large: { zh: '大型', en: 'Large' },
  },
  nameKinds: {
    short: { zh: '简称', en: 'short name' },
    former: { zh: '曾用名', en: 'former name' },
    alias: { zh: '别名', en: 'other name' },
  },
  levels: {
    national: { zh: '国家级', en: 'national' },
    provincial: { zh: '省级', en: 'provincial' },
    municipal: { zh: '市级', en: 'municipal' },
    district: { zh: '区县级', en: 'district' },
    other: { zh: '其他', en: 'other' },
  },
  unknown: { zh: '未说明', en: 'not said' },

  // What can be wrong.
  notFound: {
    zh: '没有这个组织，或者不归您管理。',
    en: 'There is no such organisation, or it is not yours to keep.',
  },
  notYourZone: {
    zh: '您不能在这个开发区添加组织。',
    en: 'You cannot add organisations to this zone.',
  },
  onlyItsZone: {
    zh: '这一项由所属开发区核定，请联系开发区的技术经理人修改。',
    en: 'This is vouched for by the zone. Ask its broker to change it.',
  },
  changedSince: (at: string): TwoText => ({
    zh: `您打开之后，这条记录在 ${at} 又被改过。您填的内容还在下面，不同之处已标出；核对后再保存，就以您填的为准。`,
    en: `This record was changed at ${at}, after you opened it. What you typed is still below, and what differs is marked. Look it over and save again to have it your way.`,
  }),
  nowSays: (value: string): TwoText => ({
    zh: `现在是：${value || '（空）'}`,
    en: `Now it says: ${value || '(nothing)'}`,
  }),
  wasMerged: {
    zh: '这条记录已经并入另一条，请在那一条上修改。',
    en: 'This record has been merged into another. Change that one.',
  },
  codeTaken: {
    zh: '已有组织使用这个统一社会信用代码。请先在“组织”中查找；如果它在别的开发区，请联系平台管理员。',
    en: 'Another organisation has this credit code. Look for it among the organisations first; if another zone keeps it, ask an operator.',
  },
  checkedNeedsCode: {
    zh: '没有填写统一社会信用代码，无法标为已核对。',
    en: 'There is no credit code to be marked as checked.',
  },
  noSuchPlace: { zh: '没有这个地区代码。', en: 'There is no place of this code.' },
  noSuchIndustry: (codes: string): TwoText => ({
    zh: `产业清单里没有：${codes}`,
    en: `Not in the list of industries: ${codes}`,
  }),
  noSuchDiscipline: (words: string): TwoText => ({
    zh: `GB/T 13745 里没有：${words}。请填学科代码或标准名称。`,
    en: `Not in GB/T 13745: ${words}. Give the code, or the name as the standard has it.`,
  }),
  wrong: {
    kind: { zh: '请选择组织类别。', en: 'Choose what kind of organisation it is.' },
    instituteKind: { zh: '请选择科创平台的类型。', en: 'Choose what kind of institute it is.' },
    nameZh: { zh: '请填写 2 到 120 个字的中文全称。', en: 'Give the full Chinese name, 2 to 120 characters.' },
    nameEn: { zh: '英文名称最多 240 个字符。', en: 'The English name has at most 240 characters.' },
    creditCode: { zh: '统一社会信用代码不对。', en: 'This is not a credit code.' },
    codeChecked: { zh: '请说明是否已核对。', en: 'Say whether the code was checked.' },
    placeCode: { zh: '请填写六位地区代码。', en: 'Give the six-digit code of the place.' },
    industries: { zh: '最多选择 8 个产业。', en: 'Choose at most 8 industries.' },
    size: { zh: '请选择企业规模。', en: 'Choose a size.' },
    summaryZh: { zh: '中文简介最多 500 字。', en: 'The summary in Chinese has at most 500 characters.' },
    summaryEn: { zh: '英文简介最多 1,000 个字符。', en: 'The summary in English has at most 1,000 characters.' },
    capabilitiesZh: { zh: '能力说明最多 5,000 字。', en: 'The capabilities in Chinese have at most 5,000 characters.' },
    capabilitiesEn: {
      zh: '英文能力说明最多 10,000 个字符。',
      en: 'The capabilities in English have at most 10,000 characters.',
    },
    disciplines: { zh: '最多填写 20 个学科代码。', en: 'Give at most 20 discipline codes.' },
    website: {
      zh: '请填写以 http:// 或 https:// 开头的网址。',
      en: 'Give an address that begins with http:// or https://.',
    },
    zone: { zh: '请选择所属开发区。', en: 'Choose the zone that keeps it.' },
  } as Readonly<Record<string, TwoText>>,
  notUnderstood: {
    zh: '没有看懂提交的内容，请刷新页面后再试。',
    en: 'What was sent could not be understood. Load the page again and retry.',
  },

  // The list of the desk.
  lead: {
    zh: '企业、科创平台、政府机构和协会。需求、成果和对接都记在组织名下。',
    en: 'Enterprises, institutes, government bodies and associations. Needs, offers and connections belong to one of these.',
  },
  none: { zh: '还没有组织。', en: 'No organisations yet.' },
  noneHint: {
    zh: '新增一个，或把现有的 Excel 名录导入：有统一社会信用代码最好，没有也可以。',
    en: 'Add the first, or bring in the Excel list you have: credit codes help, but can come later.',
  },
  newTitle: { zh: '新增组织', en: 'Add an organisation' },
  duplicatesLink: { zh: '查找重复', en: 'Find duplicates' },
  fileName: { zh: '组织', en: 'organisations' },
  fileHint: {
    zh: '每行一个组织。先按编号对应，没有编号的按统一社会信用代码，再按名称；都对不上的新增。',
    en: 'One organisation a row. A row is tied to its record by id, else by credit code, else by name; one that fits nothing is added.',
  },
  search: { zh: '名称、别名或代码', en: 'Any name, or code' },
  name: { zh: '名称', en: 'Name' },
  kind: { zh: '类别', en: 'Kind' },
  instituteKind: { zh: '平台类型', en: 'Kind of institute' },
  nameZh: { zh: '中文全称', en: 'Full name in Chinese' },
  nameEn: { zh: '英文名称', en: 'Name in English' },
  creditCode: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  creditCodeHint: { zh: '18 位；境外机构可不填', en: '18 characters; bodies abroad have none' },
  codeChecked: { zh: '代码已核对', en: 'Code checked' },
  codeCheckedLabel: { zh: '已对照营业执照或登记证核对代码', en: 'I compared the code with the licence' },
  zone: { zh: '所属开发区', en: 'Zone' },
  zoneCode: { zh: '开发区代码', en: 'Code of the zone' },
  zoneHint: { zh: '开发区的名称或八位代码', en: 'Name or eight-digit code of the zone' },
  place: { zh: '所在地区', en: 'Place' },
  placeHint: { zh: '区县名称或六位代码，例如：相城区', en: 'Name or six-digit code of the district' },
  industries: { zh: '产业', en: 'Industries' },
  industry: { zh: '产业', en: 'Industry' },
  industriesHint: { zh: '最多 8 个', en: 'At most 8' },
  size: { zh: '规模', en: 'Size' },
  disciplines: { zh: '学科', en: 'Disciplines' },
  disciplinesHint: {
    zh: 'GB/T 13745 的学科名称或代码，用顿号隔开，最多 20 个，例如：材料科学、460',
    en: 'Names or codes of GB/T 13745, separated by commas, at most 20, such as 430, 460',
  },
  website: { zh: '网站', en: 'Website' },
  summaryZh: { zh: '简介', en: 'Summary in Chinese' },
  summaryEn: { zh: '简介（英文）', en: 'Summary in English' },
  capabilitiesZh: { zh: '能力', en: 'Capabilities in Chinese' },
  capabilitiesEn: { zh: '能力（英文）', en: 'Capabilities in English' },
  capabilitiesHint: {
    zh: '能做什么、做到什么程度。写得具体，匹配才准。',
    en: 'What it can do, and how well. The more exact, the better the matches.',
  },
  isPublic: { zh: '公开', en: 'Public' },
  public: { zh: '已公开', en: 'public' },
  internal: { zh: '未公开', en: 'not public' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  updated: { zh: '更新', en: 'Changed' },
  id: { zh: '编号', en: 'Id' },
  zoneStays: {
    zh: '组织的所属开发区不能在文件里改。',
    en: 'The zone that keeps an organisation is not changed by a file.',
  },

  // One organisation.
  identity: { zh: '身份', en: 'Identity' },
  about: { zh: '介绍', en: 'About' },
  fields: { zh: '产业与学科', en: 'Industries and disciplines' },
  save: { zh: '保存', en: 'Save' },
  add: { zh: '新增', en: 'Add' },
  saved: { zh: '已保存。', en: 'Saved.' },
  added: {
    zh: '已新增。接下来可以补充名称、荣誉、设备和联系人。',
    en: 'Added. Names, honours, equipment and contacts can be filled in next.',
  },
  tookIn: { zh: '已合并：另一条记录的内容都在这里了。', en: 'Merged: everything of the other record is here now.' },
  merged: (name: string): TwoText => ({ zh: `已并入“${name}”`, en: `Merged into “${name}”` }),
  makePublic: { zh: '公开', en: 'Make public' },
  takeBack: { zh: '取消公开', en: 'Take back' },
  publicState: { zh: '所有人都能看到它的页面。', en: 'Everybody can see its page.' },
  internalState: {
    zh: '目前只有本开发区和它自己的成员看得到。',
    en: 'Only its zone and its own members see it now.',
  },
  inviteMember: { zh: '邀请成员', en: 'Invite a member' },
  seePublic: { zh: '查看公开页面', en: 'See the public page' },
  vouched: {
    zh: '以上几项由所属开发区核定，要改请联系开发区的技术经理人。',
    en: 'These are vouched for by the zone; ask its broker to change them.',
  },
  sample: { zh: '示例', en: 'sample' },
  alikeTitle: { zh: '看起来已经有了', en: 'It may be here already' },
  alikeLead: {
    zh: '下面的记录和您要新增的很像。如果是同一个，请到那条记录上补充；如果确实不同，勾选后再新增。',
    en: 'These records look like the one you are adding. If one is the same, add to that record; if none is, tick the box and add it.',
  },
  alikeBy: {
    code: { zh: '代码相同', en: 'same credit code' },
    name: { zh: '名称相近', en: 'a name like it' },
  },
  notAlike: { zh: '都不是同一个，仍要新增', en: 'None of these is the same: add it' },
  placeUnknown: (text: string): TwoText => ({
    zh: `没有找到地区“${text}”。请写全称或六位代码。`,
    en: `There is no place “${text}”. Give its full Chinese name or its six-digit code.`,
  }),
  placeUnclear: (text: string, places: string): TwoText => ({
    zh: `“${text}”可能是：${places}。请填六位代码。`,
    en: `“${text}” can be: ${places}. Give the six-digit code.`,
  }),
  disciplineUnclear: (word: string, codes: string): TwoText => ({
    zh: `“${word}”在标准里有多个：${codes}。请填代码。`,
    en: `“${word}” stands in the standard more than once: ${codes}. Give the code.`,
  }),
};
