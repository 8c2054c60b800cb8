import type { TwoText } from '../lang.ts';

/** Instructions of leaders: what was written, about what, and what came of it. */
export const instructionWords = {
  title: { zh: '批示', en: 'Instructions' },
  lead: {
    zh: '领导批示及其落实情况：批示了什么、关于哪件事、由此办成了什么。',
    en: 'What leaders instructed, about what, and what came of each.',
  },
  mayNot: {
    zh: '只有本开发区的领导和发布人员可以登记批示。',
    en: 'Only a leader or a publisher of the zone records an instruction.',
  },
  wrongForm: { zh: '表单不完整，请刷新后重试。', en: 'The form was incomplete. Reload the page and try again.' },
  wrong: {
    zone: { zh: '请选择开发区。', en: 'Choose the zone.' },
    body: { zh: '请填写批示内容，不超过 4000 字。', en: 'Write the instruction, in 4,000 characters at most.' },
    givenOn: { zh: '请填写批示日期，例如 2026-09-11。', en: 'Enter the date it was given, such as 2026-09-11.' },
    leaderName: { zh: '领导姓名不超过 80 字。', en: 'The name of the leader has 80 characters at most.' },
    document: { zh: '批示原件无效，请重新上传。', en: 'That is no file. Upload the paper again.' },
    about: { zh: '请选择批示涉及的事项。', en: 'Choose what the instruction is about.' },
  } as Readonly<Record<string, TwoText>>,
  inFuture: { zh: '批示日期不能晚于今天。', en: 'An instruction cannot be given in the future.' },
  whoGave: { zh: '请填写作出批示的领导。', en: 'Say which leader gave it.' },
  paperNeeded: {
    zh: '代为登记时，请上传批示原件的扫描件或照片。',
    en: 'Written down for somebody else, it needs a scan or photo of the paper it was given on.',
  },
} as const;
