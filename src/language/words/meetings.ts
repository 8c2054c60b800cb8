import type { TwoText } from '../lang.ts';

/** Meetings of two sides at an event, and whom somebody met there. */
export const meetingWords = {
  title: { zh: '洽谈', en: 'Meetings' },
  lead: {
    zh: '可以约其他到会单位单独洽谈。对方接受后安排桌号，双方都能看到对方的姓名和职务。',
    en: 'You can ask other organisations at the event for a meeting. Once they accept there is a table, and both sides see who comes.',
  },
  needsOrganisation: {
    zh: '约洽谈要先由主办方核对您的单位；核对后这里会出现可约的单位和时段。',
    en: 'Before you can ask for meetings, the organiser has to settle which organisation you are with. After that, organisations and slots appear here.',
  },
  nobody: {
    zh: '暂时没有可约的单位或时段，稍后再来看看。',
    en: 'No organisation or slot is free just now: look again later.',
  },
  organisation: { zh: '想约的单位', en: 'Organisation' },
  slot: { zh: '时段', en: 'Slot' },
  note: { zh: '想谈什么（选填）', en: 'What about (optional)' },
  ask: { zh: '约洽谈', en: 'Ask for a meeting' },
  asked: { zh: '已发出请求，等待对方答复。', en: 'Asked. We will mail you the answer.' },
  answered: { zh: '已处理。', en: 'Done.' },
  accept: { zh: '接受', en: 'Accept' },
  decline: { zh: '谢绝', en: 'Decline' },
  callOff: { zh: '取消洽谈', en: 'Call off' },
  states: {
    asked: { zh: '等待答复', en: 'Waiting for an answer' },
    accepted: { zh: '已约定', en: 'Agreed' },
    declined: { zh: '已谢绝', en: 'Declined' },
    expired: { zh: '未答复，已失效', en: 'Expired without an answer' },
    cancelled: { zh: '已取消', en: 'Called off' },
  },
  fromThem: { zh: '对方约您', en: 'They ask you' },
  table: (number: number): TwoText => ({ zh: `${number} 号桌`, en: `Table ${number}` }),
  answerBy: (at: string): TwoText => ({ zh: `请在 ${at} 前答复`, en: `Please answer by ${at}` }),
  notFound: { zh: '没有这个洽谈。', en: 'There is no such meeting.' },
  formWrong: { zh: '请选择单位和时段。', en: 'Choose an organisation and a slot.' },
  notRegistered: { zh: '只有报名成功的人可以约洽谈。', en: 'Only those with a confirmed place can meet.' },
  notThere: { zh: '这个单位没有人报名成功。', en: 'Nobody of that organisation has a place.' },
  slotOver: { zh: '这个时段已经开始或不存在。', en: 'That slot has begun, or does not exist.' },
  slotTaken: {
    zh: '这个时段有一方已有安排，或者没有空桌了，请换一个时段。',
    en: 'One side is busy in that slot, or no table is free: choose another.',
  },
  once: { zh: '你们之间已有洽谈或未答复的请求。', en: 'There is a meeting or an open question between you already.' },
  tooManyOpen: (most: number): TwoText => ({
    zh: `最多同时等待 ${most} 个答复。`,
    en: `You can wait for ${most} answers at a time.`,
  }),
  answerTooLate: { zh: '请求已失效或已处理。', en: 'The request has expired, or is settled.' },
  contacts: { zh: '结识的单位', en: 'Whom you met' },
  contactsLead: {
    zh: '勾选您想继续联系的单位。主办方会据此为双方提出对接，双方都同意后才交换联系方式。',
    en: 'Tick those you want to hear more from. The organiser proposes connections from it; contacts are exchanged only when both sides agree.',
  },
  met: { zh: '已洽谈', en: 'met' },
  saveContacts: { zh: '保存', en: 'Save' },
  contactsTooEarly: { zh: '活动开始后才能标记。', en: 'You can mark them once the event has begun.' },
};

const field: Readonly<Record<string, TwoText>> = {
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  length: { zh: '每场分钟数', en: 'Minutes each' },
  pause: { zh: '间隔分钟数', en: 'Minutes between' },
  tables: { zh: '桌数', en: 'Tables' },
};

/** Meetings, registrations and check-in at the desk. */
export const eventPeopleWords = {
  field,
  registrationsLead: {
    zh: '报名信息只供本开发区组织活动使用，活动结束 12 个月后自动删除。',
    en: 'For organising this event only. Deleted by itself 12 months after the event.',
  },
  forgotten: (registered: number, attended: number): TwoText => ({
    zh: `报名信息已按期删除。共报名 ${registered} 人，到场 ${attended} 人。`,
    en: `Registrations were deleted as promised. ${registered} had registered, ${attended} came.`,
  }),
  search: { zh: '姓名、单位、邮箱或签到码', en: 'Name, organisation, e-mail or code' },
  state: { zh: '状态', en: 'State' },
  states: {
    asked: { zh: '待本人确认', en: 'Not confirmed yet' },
    confirmed: { zh: '已报名', en: 'Registered' },
    waiting: { zh: '候补', en: 'Waiting' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  askedAt: { zh: '报名时间', en: 'Asked' },
  checkedInAt: { zh: '签到时间', en: 'Checked in' },
  known: { zh: '本站组织', en: 'Known organisation' },
  code: { zh: '签到码', en: 'Code' },
  file: { zh: '报名名单', en: 'registrations' },
  open: { zh: '处理', en: 'Open' },
  one: (name: string): TwoText => ({ zh: `${name}的报名`, en: `Registration of ${name}` }),
  tie: { zh: '认定为这家组织', en: 'It is this organisation' },
  untie: { zh: '撤销认定', en: 'Not this organisation' },
  tieLead: {
    zh: '认定后，这个人可以代表该组织约洽谈，会后由此提出对接。请先核对单位。',
    en: 'Once settled, this person can ask for meetings in its name, and connections are proposed from them. Please make sure first.',
  },
  tieName: { zh: '组织名称（本站登记的全称）', en: 'Its name, as it is on this site' },
  noOrganisation: { zh: '本站没有唯一叫这个名字的组织。', en: 'No single organisation of that name is on this site.' },
  forget: { zh: '按本人要求删除', en: 'Delete on request' },
  forgetHint: {
    zh: '报名信息和洽谈一并删除，不能恢复。',
    en: 'The registration and its meetings are deleted for good.',
  },
  noRegistration: { zh: '没有这条报名。', en: 'There is no such registration.' },
  checkInLead: {
    zh: '扫二维码，或输入签到码、姓名、单位查找。',
    en: 'Scan the QR code, or type the code, a name or an organisation.',
  },
  checkIn: { zh: '签到', en: 'Check in' },
  undo: { zh: '撤销签到', en: 'Undo' },
  here: (there: number, all: number): TwoText => ({
    zh: `已到 ${there} / ${all} 人`,
    en: `${there} of ${all} are here`,
  }),
  checkedIn: (name: string): TwoText => ({ zh: `${name}已签到。`, en: `${name} is checked in.` }),
  nobody: {
    zh: '没有找到。可以换姓名、单位或邮箱再试。',
    en: 'Nobody found: try a name, an organisation or an e-mail.',
  },
  notConfirmed: {
    zh: '这个人没有名额（待确认、候补或已取消）。',
    en: 'This person has no place: not confirmed, waiting or cancelled.',
  },
  find: { zh: '查找', en: 'Find' },
  slotsLead: {
    zh: '开放时段后，已认定单位的报名者可以互相约谈；每场一桌，同一人、同一单位、同一桌不会重复。',
    en: 'Once slots are open, attendees whose organisation is settled can ask each other. No person, organisation or table is booked twice.',
  },
  openSlots: { zh: '开放时段', en: 'Open slots' },
  closeSlots: { zh: '关闭没有人约的时段', en: 'Close the slots nobody asked for' },
  noSlots: { zh: '还没有开放洽谈时段。', en: 'No slots are open yet.' },
  slotsOverlap: { zh: '和已经开放的时段重叠', en: 'These overlap slots that are open already' },
  slotsNone: { zh: '这段时间放不下一场', en: 'Not one meeting fits into that time' },
  slotsTooMany: { zh: '时段太多了，最多 200 个', en: 'That is too many slots: 200 at most' },
  slotsOutside: { zh: '时段要在活动时间之内', en: 'Slots must be within the time of the event' },
  slotCount: (count: number, tables: number): TwoText => ({
    zh: `${count} 个时段，${tables} 张桌`,
    en: `${count} slots, ${tables} tables`,
  }),
  who: { zh: '双方', en: 'Who' },
  table: { zh: '桌', en: 'Table' },
  outcomeLead: {
    zh: '到会者洽谈过或标记过的单位，按各自公开的需求与成果组成可以提出的对接。',
    en: 'Those who met, or marked each other, with the needs and offers they have open: what can be proposed.',
  },
  propose: { zh: '提出对接', en: 'Propose' },
  proposeAll: { zh: '全部提出', en: 'Propose all' },
  nothing: {
    zh: '还没有可以提出的对接。到会者洽谈或标记之后，双方有公开的需求与成果时会出现在这里。',
    en: 'Nothing to propose yet. Pairs appear here once attendees have met or marked each other and have open needs and offers.',
  },
  proposedNow: (done: number, refused: number): TwoText => ({
    zh: refused === 0 ? `已提出 ${done} 个对接。` : `已提出 ${done} 个对接，另有 ${refused} 个不能提出。`,
    en: refused === 0 ? `${done} proposed.` : `${done} proposed; ${refused} could not be.`,
  }),
  need: { zh: '需求', en: 'Need' },
  offer: { zh: '成果/服务', en: 'Offer' },
  noOffer: { zh: '（尚无成果，按能力对接）', en: '(no offer yet: by what it can do)' },
  stands: { zh: '进展', en: 'State' },
  notYet: { zh: '未提出', en: 'not proposed' },
  attended: { zh: '到场', en: 'Came' },
  registered: { zh: '报名', en: 'Registered' },
  meetings: { zh: '洽谈', en: 'Meetings' },
};
