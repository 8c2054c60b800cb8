import type { TwoText } from '../lang.ts';

/** What the machinery says: settings, start, errors that any page can meet. */
export const platformWords = {
  siteName: { zh: '园联', en: 'Yuanlian' },
  siteSlogan: { zh: '网上国际投资促进平台', en: 'Online international investment promotion' },
  portWrong: {
    zh: 'PORT 应为 0 到 65535 之间的整数，例如 PORT=3000。',
    en: 'PORT must be a whole number from 0 to 65535, for example PORT=3000.',
  },
  originWrong: {
    zh: 'ORIGIN 应为对外网址，只含协议和主机，例如 ORIGIN=https://zone.example。',
    en: 'ORIGIN must be the public address with scheme and host only, for example ORIGIN=https://zone.example.',
  },
  databaseUrlWrong: {
    zh: 'DATABASE_URL 应为 postgres:// 开头的连接地址。',
    en: 'DATABASE_URL must be a connection address that begins with postgres://.',
  },
  dataFolderWrong: {
    zh: 'YUANLIAN_DATA 应为数据目录的路径。',
    en: 'YUANLIAN_DATA must be the path of the data folder.',
  },
  sampleWrong: {
    zh: 'YUANLIAN_SAMPLE 只能是 on 或 off。',
    en: 'YUANLIAN_SAMPLE must be on or off.',
  },
  metricsFromWrong: {
    zh: 'YUANLIAN_METRICS_FROM 应为允许读取 /metrics 的 IP 地址，以逗号分隔。',
    en: 'YUANLIAN_METRICS_FROM must list the IP addresses that may read /metrics, separated by commas.',
  },
  pageCacheWrong: {
    zh: 'YUANLIAN_PAGE_CACHE_MB 应为整数（兆字节），0 表示关闭页面缓存。',
    en: 'YUANLIAN_PAGE_CACHE_MB must be a whole number of megabytes; 0 switches the page cache off.',
  },
  filesWrong: {
    zh: 'YUANLIAN_FILES 应为存储桶，例如 s3://zones/files；不设则存放在数据目录的 files 中。',
    en: 'YUANLIAN_FILES must be a bucket, for example s3://zones/files; leave it out to keep files in the data folder.',
  },
  s3EndpointWrong: {
    zh: '使用存储桶时，YUANLIAN_S3_ENDPOINT 应为存储服务的地址，例如 https://s3.example。',
    en: 'With a bucket, YUANLIAN_S3_ENDPOINT must be the address of the storage service, for example https://s3.example.',
  },
  s3SecretMissing: (name: string): TwoText => ({
    zh: `使用存储桶时还要设置 ${name}。`,
    en: `With a bucket, ${name} must be set too.`,
  }),
  zoneQuotaWrong: {
    zh: 'YUANLIAN_ZONE_QUOTA_MB 应为正整数（兆字节），是每个开发区文件的总容量。',
    en: 'YUANLIAN_ZONE_QUOTA_MB must be a positive whole number of megabytes: what the files of one zone may take.',
  },
  passwordsWrong: {
    zh: 'YUANLIAN_PASSWORDS 只能是 asvs、mlps-2 或 mlps-3。',
    en: 'YUANLIAN_PASSWORDS must be asvs, mlps-2 or mlps-3.',
  },
  secondFactorWrong: {
    zh: 'YUANLIAN_SECOND_FACTOR 只能是 required（必须）或 offered（可选）。',
    en: 'YUANLIAN_SECOND_FACTOR must be required or offered.',
  },
  secretWrong: {
    zh: 'YUANLIAN_SECRET 至少 32 个字符，例如 openssl rand -base64 32 的输出。',
    en: 'YUANLIAN_SECRET needs at least 32 characters, such as the output of “openssl rand -base64 32”.',
  },
  issuerWrong: {
    zh: 'YUANLIAN_OIDC_ISSUER 应为 https:// 开头的统一身份认证地址，例如 https://id.example.gov.cn。',
    en: 'YUANLIAN_OIDC_ISSUER must be the https address of the identity service, such as https://id.example.gov.cn.',
  },
  oidcIncomplete: (name: string): TwoText => ({
    zh: `统一身份认证还缺少 ${name}。`,
    en: `The identity service also needs ${name}.`,
  }),
  identityName: { zh: '统一身份认证', en: 'Identity service' },
  schemaIsNewer: (number: number): TwoText => ({
    zh: `数据库结构比本程序新（编号 ${number}）：请升级程序后再启动，数据未作任何改动。`,
    en: `The database is newer than this program (migration ${number}): start the newer program; nothing was changed.`,
  }),
  migrationWasEdited: (name: string): TwoText => ({
    zh: `迁移文件 ${name} 在执行之后被修改过：请恢复原文件，数据未作任何改动。`,
    en: `The migration ${name} was edited after it ran: put the original file back; nothing was changed.`,
  }),
  siteFileWrong: (place: string): TwoText => ({
    zh: `站点配置 site.json 中的“${place}”有误：请对照 docs/operations.md 改正。`,
    en: `“${place}” in site.json is not right: see docs/operations.md and correct it.`,
  }),
  proxiesWrong: {
    zh: 'YUANLIAN_PROXIES 应为反向代理的 IP 地址，以逗号分隔。',
    en: 'YUANLIAN_PROXIES must list the IP addresses of your reverse proxies, separated by commas.',
  },
  logLevelWrong: {
    zh: 'LOG_LEVEL 只能是 fatal、error、warn、info、debug 或 silent。',
    en: 'LOG_LEVEL must be fatal, error, warn, info, debug or silent.',
  },
  workerWrong: {
    zh: 'YUANLIAN_WORKER 只能是 on 或 off；off 表示后台任务由另外启动的进程执行。',
    en: 'YUANLIAN_WORKER must be on or off; off means that a worker started elsewhere does the jobs.',
  },
  smtpWrong: {
    zh: 'YUANLIAN_SMTP 应为邮件服务器地址，例如 smtps://user:password@mail.example:465；用户名和密码中的特殊字符要做 URL 编码。',
    en: 'YUANLIAN_SMTP must be the address of a mail server, for example smtps://user:password@mail.example:465, with special characters percent-encoded.',
  },
  mailFromWrong: {
    zh: 'YUANLIAN_MAIL_FROM 应为发件人，例如 园联 <no-reply@zone.example>。',
    en: 'YUANLIAN_MAIL_FROM must be a sender, for example Yuanlian <no-reply@zone.example>.',
  },
  mailFromMissing: {
    zh: '设置了 YUANLIAN_SMTP，还要用 YUANLIAN_MAIL_FROM 指定发件人，例如 园联 <no-reply@zone.example>。',
    en: 'YUANLIAN_SMTP is set, so YUANLIAN_MAIL_FROM must name the sender, for example Yuanlian <no-reply@zone.example>.',
  },
  backupWrong: {
    zh: 'YUANLIAN_BACKUP 应为自动备份的时间（北京时间），例如 daily 02:30 或 sunday 02:30。',
    en: 'YUANLIAN_BACKUP must say when to back up, in Beijing time, for example daily 02:30 or sunday 02:30.',
  },
  backupKeepWrong: {
    zh: 'YUANLIAN_BACKUP_KEEP 应为保留的天数和周数，例如 7d+4w。',
    en: 'YUANLIAN_BACKUP_KEEP must say how many days and weeks of backups to keep, for example 7d+4w.',
  },
  turnedAway: (status: number): TwoText => turnedAway[status] ?? { zh: '请求有误。', en: 'The request is not right.' },
};

const turnedAway: Readonly<Record<number, TwoText>> = {
  400: { zh: '网址有误。', en: 'The address is malformed.' },
  404: { zh: '没有这个文件。', en: 'There is no such file.' },
  405: { zh: '不支持这种请求方法。', en: 'This method is not supported here.' },
  413: { zh: '发送的内容太大。', en: 'What was sent is too large.' },
  414: { zh: '网址太长。', en: 'The address is too long.' },
  421: { zh: '本站不使用这个域名。', en: 'This site is not reached by that host name.' },
  500: { zh: '服务器出错了，请稍后再试。', en: 'Something went wrong here. Please try again.' },
  503: { zh: '服务暂时不可用，请稍候再试。', en: 'The service is busy or starting. Please try again in a moment.' },
};
