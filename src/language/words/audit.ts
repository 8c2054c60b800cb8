import type { TwoText } from '../lang.ts';

/** The history as its readers see it. */
export const auditWords = {
  title: { zh: '操作记录', en: 'Audit' },
  lead: {
    zh: '谁在什么时候改了什么。记录只增不改，程序不会删除，至少保留 184 天的要求因此始终满足。',
    en: 'Who changed what, and when. Rows are only ever added and never deleted, so the required 184 days are always kept.',
  },
  at: { zh: '时间（北京时间）', en: 'Time (Beijing)' },
  actor: { zh: '操作人', en: 'Who' },
  kind: { zh: '对象类型', en: 'Kind' },
  record: { zh: '对象编号', en: 'Record' },
  action: { zh: '操作', en: 'Action' },
  zone: { zh: '开发区', en: 'Zone' },
  changes: { zh: '变化', en: 'Changes' },
  from: { zh: '起始日期', en: 'From' },
  to: { zh: '截止日期', en: 'To' },
  actorCode: { zh: '操作人（姓名、邮箱或 account:编号）', en: 'Who (name, e-mail or account:id)' },
  commandLine: { zh: '命令行', en: 'Command line' },
  system: { zh: '系统', en: 'The system' },
  visitor: { zh: '访客', en: 'Visitor' },
  fileName: { zh: '操作记录', en: 'audit' },
  whole: (rows: number): TwoText => ({
    zh: `最近 ${rows} 条记录的哈希链完整，未被改动。`,
    en: `The hash chain of the newest ${rows} rows is whole: nothing was changed.`,
  }),
  broken: (position: number): TwoText => ({
    zh: `哈希链在第 ${position} 位断开：有记录在程序之外被改动或删除。请立即运行 yuanlian doctor 并查明原因。`,
    en: `The hash chain is broken at place ${position}: a row was changed or removed behind the program’s back. Run yuanlian doctor and find out why at once.`,
  }),
  outside: (rows: number): TwoText => ({
    zh: `有 ${rows} 条记录不在哈希链中：它们不是由程序写入的。`,
    en: `${rows} rows are not in the hash chain: the program did not write them.`,
  }),
  newest: (position: number, hash: string): TwoText => ({
    zh: `最新一条的位置和哈希：${position} · ${hash}。另行抄存，可证明末尾没有被截去。`,
    en: `Place and hash of the newest row: ${position} · ${hash}. Noted down elsewhere, they prove that the end was not cut off.`,
  }),
} as const;
