import type { TwoText } from '../lang.ts';

/** What programs say to the person who runs them: start, command line, backup, doctor. */
export const operationsWords = {
  unknownCommand: (name: string | undefined): TwoText => ({
    zh: `没有“${name ?? ''}”这个命令，可用的命令有：`,
    en: `There is no command “${name ?? ''}”. The commands are:`,
  }),
  usage: (line: string): TwoText => ({ zh: `用法：yuanlian ${line}`, en: `Usage: yuanlian ${line}` }),

  exportSummary: {
    zh: '导出开发区或文章：CSV、XLSX 或 JSON。',
    en: 'Export zones or articles as CSV, XLSX or JSON.',
  },
  seedSummary: {
    zh: '装入参考数据和示例内容，或移除示例内容。',
    en: 'Load the reference data and the sample content, or remove the sample content.',
  },
  migrateSummary: { zh: '把数据库结构更新到本程序的版本。', en: 'Bring the database schema up to this program.' },
  userSummary: {
    zh: '账号：新增、列出、停用，或生成一次性的管理员链接。',
    en: 'Accounts: add, list, disable, or make a one-time operator link.',
  },
  backupSummary: { zh: '把全部数据备份到一个文件。', en: 'Back up everything into one file.' },
  restoreSummary: { zh: '把备份恢复到空数据库。', en: 'Restore a backup into an empty database.' },
  doctorSummary: {
    zh: '检查运行环境、磁盘、数据库和结构，也可以验证备份能否恢复。',
    en: 'Check the environment, disk, database and schema; can also prove that a backup restores.',
  },

  schemaIsCurrent: (number: number): TwoText => ({
    zh: `数据库结构已是最新（编号 ${number}）。`,
    en: `The schema is current (migration ${number}).`,
  }),
  reference: {
    zh: '参考数据（地区、开发区、产业、学科）',
    en: 'reference data (places, zones, industries, disciplines)',
  },
  sampleContent: { zh: '示例内容', en: 'sample content' },
  loadedSteps: (names: readonly string[]): TwoText => ({
    zh: `已装入：${names.join('、')}。`,
    en: `Loaded: ${names.join(', ')}.`,
  }),
  nothingToLoad: { zh: '没有需要装入的内容。', en: 'Nothing is due to be loaded.' },
  removeAlone: {
    zh: '--remove-sample 不能与其他选项同时使用。',
    en: '--remove-sample stands alone.',
  },
  sampleRemoved: { zh: '示例内容已移除。', en: 'The sample content is removed.' },
  backupIsBroken: (what: string): TwoText => ({
    zh: `备份文件不完整或已损坏（${what}）：数据库未作任何改动。`,
    en: `The backup is incomplete or damaged (${what}): nothing was changed.`,
  }),
  databaseNotEmpty: {
    zh: '只能恢复到空数据库：请用 YUANLIAN_DATA 指定新目录，或让 DATABASE_URL 指向空数据库。',
    en: 'A backup is restored only into an empty database: name a new folder with YUANLIAN_DATA, or an empty database with DATABASE_URL.',
  },
  folderNotEmpty: (folder: string): TwoText => ({
    zh: `数据目录 ${folder} 里已有文件或 site.json：请先移走，或指定新目录。`,
    en: `The data folder ${folder} already holds files or a site.json: move them away first, or name a new folder.`,
  }),
  restoredOtherwise: (table: string): TwoText => ({
    zh: `恢复后的表 ${table} 与备份不一致：已撤销，数据库未作任何改动。`,
    en: `After restoring, the table ${table} was not as in the backup: all of it was undone.`,
  }),
  backingUp: { zh: '备份数据表', en: 'Backing up tables' },
  restoring: { zh: '恢复数据表', en: 'Restoring tables' },
  backedUp: (file: string, rows: number, bytes: number): TwoText => ({
    zh: `已备份 ${rows} 行到 ${file}（${bytes} 字节）。备份含个人信息和密码摘要，请妥善保管。`,
    en: `Backed up ${rows} rows to ${file} (${bytes} bytes). It holds personal data and password hashes: keep it safe.`,
  }),
  fileExists: (file: string): TwoText => ({ zh: `${file} 已经存在。`, en: `${file} exists already.` }),
  noSuchFile: (file: string): TwoText => ({ zh: `没有这个文件：${file}`, en: `There is no such file: ${file}` }),
  oneFile: { zh: '请指定一个备份文件。', en: 'Name one backup file.' },
  restored: (rows: number, tables: number): TwoText => ({
    zh: `已恢复 ${tables} 张表、${rows} 行，并逐表核对。请重新登录。`,
    en: `Restored ${rows} rows in ${tables} tables, each compared with the backup. Everyone has to sign in again.`,
  }),

  userAction: {
    zh: '请指定：list、add、disable 或 link。',
    en: 'Say what to do: list, add, disable or link.',
  },
  userEmail: { zh: '请给出一个邮箱。', en: 'Name one e-mail address.' },
  userAdded: (email: string, password: string | undefined): TwoText => ({
    zh: `已新增账号 ${email}。${password === undefined ? '' : `初始密码（只显示这一次）：${password}`}`,
    en: `Added ${email}.${password === undefined ? '' : ` First password, shown only now: ${password}`}`,
  }),
  userFactorReset: (email: string): TwoText => ({
    zh: `${email} 的两步验证已重置，所有设备都已退出登录。`,
    en: `The second factor of ${email} is off, and every device is signed out.`,
  }),
  userDisabled: (email: string): TwoText => ({
    zh: `已停用 ${email}，其登录已全部失效。`,
    en: `Disabled ${email}; its sessions have ended.`,
  }),
  userLink: (address: string): TwoText => ({
    zh: `一次性管理员链接（7 天内有效）：${address}`,
    en: `One-time operator link, valid for 7 days: ${address}`,
  }),
  roleWrong: {
    zh: '角色只能是 operator、editor、publisher、broker、officer、leader、member；member 用 --organisation 指定组织编号，其余除 operator 外都要用 --zone 指定开发区代码。',
    en: 'The role is operator, editor, publisher, broker, officer, leader or member; a member needs --organisation NUMBER, all others but operator --zone CODE.',
  },

  doctorFine: { zh: '一切正常。', en: 'Everything is in order.' },
  doctorFound: (count: number): TwoText => ({ zh: `发现 ${count} 个问题。`, en: `Problems found: ${count}.` }),
  checkNode: (version: string): TwoText => ({ zh: `Node ${version}`, en: `Node ${version}` }),
  checkBuild: (isThere: boolean): TwoText => ({
    zh: isThere ? '程序已构建' : '程序还没有构建：请运行 npm start',
    en: isThere ? 'The program is built' : 'The program is not built: run npm start',
  }),
  checkFolder: (folder: string, free: string): TwoText => ({
    zh: `数据目录 ${folder}，剩余空间 ${free}`,
    en: `Data folder ${folder}, ${free} free`,
  }),
  checkDatabase: (version: string, size: string): TwoText => ({
    zh: `PostgreSQL ${version}，数据库 ${size}`,
    en: `PostgreSQL ${version}, database of ${size}`,
  }),
  checkSchema: (found: number, known: number): TwoText => ({
    zh: found === known ? `数据库结构是最新的（${found}）` : `数据库结构是 ${found}，本程序需要 ${known}`,
    en: found === known ? `The schema is current (${found})` : `The schema is ${found}, this program needs ${known}`,
  }),
  checkOperator: (exists: boolean): TwoText => ({
    zh: exists ? '已有管理员' : '还没有管理员：请运行 yuanlian user link',
    en: exists ? 'There is an operator' : 'There is no operator: run yuanlian user link',
  }),
  historyWhole: (rows: number, newest: string): TwoText => ({
    zh: `操作记录完整：${rows} 条，最新一条 ${newest}`,
    en: `The history is whole: ${rows} rows, the newest ${newest}`,
  }),
  historyBroken: (place: number): TwoText => ({
    zh: `操作记录的哈希链在第 ${place} 位断开：有记录在程序之外被改动或删除`,
    en: `The hash chain of the history is broken at place ${place}: a row was changed or removed behind the program’s back`,
  }),
  historySince: (isThere: boolean, place: number, at: string): TwoText => ({
    zh: isThere
      ? `操作记录仍包含备份时（${at}）的第 ${place} 位`
      : `操作记录不再包含备份时（${at}）的第 ${place} 位：末尾被截去，或这份备份不是本库的`,
    en: isThere
      ? `The history still holds place ${place}, its newest when the backup was made (${at})`
      : `The history no longer holds place ${place}, its newest when the backup was made (${at}): its end was cut off, or the backup is of another database`,
  }),
  historyOutside: (rows: number): TwoText => ({
    zh: `${rows} 条操作记录不在哈希链中：它们不是由程序写入的`,
    en: `${rows} rows of the history are not in its chain: the program did not write them`,
  }),
  checkTenancy: {
    role: {
      zh: '各开发区的数据由数据库隔离：程序以不拥有数据表的角色 yuanlian_app 运行',
      en: 'The database keeps zones apart: the site works as the role yuanlian_app, which owns no table',
    },
    owner: {
      zh: '各开发区的数据由数据库隔离，但程序以数据表的所有者运行。更稳妥的做法：请数据库管理员执行 create role yuanlian_app nologin; grant yuanlian_app to 数据库用户; 然后重新启动',
      en: 'The database keeps zones apart, but the site works as the owner of the tables. Safer: let a database administrator run create role yuanlian_app nologin; grant yuanlian_app to the database user; then start again',
    },
    nothing: {
      zh: '数据库用户可以绕过隔离规则（超级用户或 BYPASSRLS），各开发区的数据没有第二道防线：请换用普通用户，或让它能使用角色 yuanlian_app',
      en: 'The database user passes row security by (superuser or BYPASSRLS), so nothing stands behind the program to keep zones apart: use an ordinary user, or let this one use the role yuanlian_app',
    },
  } satisfies Record<string, TwoText>,
  checkSite: (says: TwoText | undefined): TwoText =>
    says ?? {
      zh: 'site.json 正确（只在首次启动时读取，之后以工作台的站点设置为准）',
      en: 'site.json is right (read at the first start only; after that the site settings in the desk count)',
    },
  checkFiles: ({ known, missing, unknown }: { known: number; missing: number; unknown: number }): TwoText => ({
    zh:
      missing > 0
        ? `存储中缺少或损坏 ${missing} 个文件（共 ${known} 个）：请从备份恢复`
        : `${known} 个文件都在存储中${unknown > 0 ? `；另有 ${unknown} 个不属于任何记录` : ''}`,
    en:
      missing > 0
        ? `${missing} of ${known} files are missing from the storage or cut short: restore them from a backup`
        : `All ${known} files are in the storage${unknown > 0 ? `; ${unknown} more belong to no record` : ''}`,
  }),
  backupLacksFile: (key: string): TwoText => ({
    zh: `备份中缺少上传的文件 ${key}，请重新备份。`,
    en: `The backup lacks the uploaded file ${key}. Make a new one.`,
  }),
  backupRestores: (rows: number, tables: number, seconds: string): TwoText => ({
    zh: `备份可以恢复：${tables} 张表、${rows} 行逐一核对无误，用时 ${seconds} 秒。`,
    en: `The backup restores: ${rows} rows in ${tables} tables, each compared, in ${seconds} s.`,
  }),
  exportWhat: { zh: '请指明导出 zones 还是 articles。', en: 'Say what to export: zones or articles.' },
  exportFormat: { zh: '格式只能是 csv、xlsx 或 json。', en: 'The format is csv, xlsx or json.' },
  exported: (file: string): TwoText => ({ zh: `已写入 ${file}。`, en: `Written to ${file}.` }),
  notWritten: (file: string, why: string): TwoText => ({
    zh: `无法写入 ${file}：${why}`,
    en: `${file} could not be written: ${why}`,
  }),
};
