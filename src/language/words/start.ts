import type { TwoText } from '../lang.ts';

/** What start says when the machine refuses: disk, folder, port, database. One sentence each, and nothing was damaged. */
export const startWords = {
  storageAway: (reason: string): TwoText => ({
    zh: `存储桶无法使用（${reason}）：请检查 YUANLIAN_FILES 与 YUANLIAN_S3_* 的设置。`,
    en: `The bucket cannot be used (${reason}): check YUANLIAN_FILES and the YUANLIAN_S3_* settings.`,
  }),
  listening: (address: string): TwoText => ({ zh: `园联已启动：${address}`, en: `Yuanlian is running at ${address}` }),
  firstOperator: (address: string): TwoText => ({
    zh: `还没有管理员。请用这个一次性链接创建（7 天内有效）：${address}`,
    en: `There is no operator yet. Create the first with this one-time link (valid for 7 days): ${address}`,
  }),
  notLoaded: {
    zh: '参考数据没有装入，原因见上。改正后再启动即可，已有数据没有损坏。',
    en: 'The reference data could not be loaded, for the reason above. Correct it and start again; nothing was damaged.',
  },
  starting: { zh: '正在启动，请稍候。', en: 'Starting. Please wait a moment.' },
  loading: (label: TwoText): TwoText => ({ zh: `正在装入：${label.zh}`, en: `Loading ${label.en}` }),
  portTaken: (port: number): TwoText => ({
    zh: `端口 ${port} 已被占用：请停掉占用它的程序，或换一个端口，例如 PORT=${port + 1} npm start。`,
    en: `Port ${port} is taken: stop the program that uses it, or choose another, for example PORT=${port + 1} npm start.`,
  }),
  portForbidden: (port: number): TwoText => ({
    zh: `没有权限使用端口 ${port}：请换 1024 以上的端口。`,
    en: `This user may not listen on port ${port}: choose one above 1024.`,
  }),
  hostWrong: (host: string): TwoText => ({
    zh: `本机没有 HOST 指定的地址 ${host}。`,
    en: `This machine does not have the address ${host} that HOST names.`,
  }),
  folderInUse: (folder: string): TwoText => ({
    zh: `另一个园联进程正在使用数据目录 ${folder}：请先停掉它，或用 YUANLIAN_DATA 指定另一个目录。`,
    en: `Another Yuanlian process is using the data folder ${folder}: stop it first, or name another folder with YUANLIAN_DATA.`,
  }),
  folderIsAnothers: (folder: string): TwoText => ({
    zh: `目录 ${folder} 属于另一个用户：请以那个用户运行，或用 YUANLIAN_DATA 指定自己的目录。`,
    en: `The folder ${folder} belongs to another user: run as that user, or name a folder of your own with YUANLIAN_DATA.`,
  }),
  folderWasClosed: (folder: string): TwoText => ({
    zh: `数据库在 ${folder} 中，但运行数据库的用户进不去：请执行 chmod o+x，放行这个目录及其上级目录。`,
    en: `The database is in ${folder}, but the user that runs it may not enter: allow it with chmod o+x on that folder and those above it.`,
  }),
  databaseIsElsewhere: {
    zh: '本目录不允许其他用户进入，而 PostgreSQL 不能以 root 运行，所以数据库文件放在下面的目录。请勿删除本文件。',
    en: 'No other user may enter this folder and PostgreSQL does not run as root, so the database files are in the folder below. Keep this file.',
  },
  databaseIsGone: (home: string, note: string): TwoText => ({
    zh: `${note} 说数据库在 ${home}，但那里什么也没有：请找回该目录，或从备份恢复。`,
    en: `${note} says that the database is in ${home}, but nothing is there: bring that folder back, or restore a backup.`,
  }),
  noEmbeddedPostgres: (platform: string): TwoText => ({
    zh: `没有适用于 ${platform} 的内置数据库：请用 DATABASE_URL 指定 PostgreSQL 15 或更高版本。`,
    en: `There is no embedded database for ${platform}: name a PostgreSQL 15 or newer with DATABASE_URL.`,
  }),
  clusterIsOfVersion: (found: string, needed: string): TwoText => ({
    zh: `数据目录是 PostgreSQL ${found} 建立的，而本程序带的是 ${needed}：请用旧版程序备份，再恢复到新目录。`,
    en: `The data folder was made by PostgreSQL ${found}, and this program has ${needed}: back up with the old program and restore into a new folder.`,
  }),
  postgresDidNotStart: (said: string): TwoText => ({
    zh: `内置数据库没有启动：${said}`,
    en: `The embedded database did not start: ${said}`,
  }),
  diskIsFull: {
    zh: '磁盘已满：请腾出空间后再启动，已有数据没有损坏。',
    en: 'The disk is full: make room and start again; nothing was damaged.',
  },
  diskIsReadOnly: {
    zh: '磁盘是只读的：请把数据目录（YUANLIAN_DATA）放到可写的磁盘上。',
    en: 'The disk is read-only: put the data folder (YUANLIAN_DATA) on a disk that can be written.',
  },
  mayNotWrite: (path: string): TwoText => ({
    zh: `没有权限写入 ${path}：请更改权限，或用 YUANLIAN_DATA 指定另一个目录。`,
    en: `This user may not write to ${path}: change its permissions, or name another folder with YUANLIAN_DATA.`,
  }),
  pathIsNoFolder: (path: string): TwoText => ({
    zh: `${path} 不是目录：请用 YUANLIAN_DATA 指定一个目录。`,
    en: `${path} is not a folder: name a folder with YUANLIAN_DATA.`,
  }),
  databaseUnreachable: (why: string): TwoText => ({
    zh: `连不上 DATABASE_URL 指定的数据库：${why}`,
    en: `The database of DATABASE_URL cannot be reached: ${why}`,
  }),
  databaseTooOld: (version: string): TwoText => ({
    zh: `数据库是 PostgreSQL ${version}：需要 15 或更高版本。`,
    en: `The database is PostgreSQL ${version}: version 15 or newer is needed.`,
  }),
  databaseNotUtf8: (encoding: string): TwoText => ({
    zh: `数据库的编码是 ${encoding}：需要 UTF8，请新建一个 UTF8 数据库。`,
    en: `The database is encoded in ${encoding}: UTF8 is needed; create a database with it.`,
  }),
  databaseIsReadOnly: {
    zh: '数据库是只读的（也许是备库）：请让 DATABASE_URL 指向主库。',
    en: 'The database is read-only, perhaps a standby: point DATABASE_URL at the primary.',
  },
  databaseForbids: {
    zh: '数据库用户没有建表的权限：请把数据库的所有权授予它。',
    en: 'The database user may not create tables: make it the owner of the database.',
  },
  tooManyConnections: {
    zh: '数据库的连接已用完：请提高 max_connections，或减少进程。',
    en: 'The database has no connection left: raise max_connections or run fewer processes.',
  },
  notBuilt: {
    zh: '还没有构建：请用 npm start 启动，或先运行 npm run build。',
    en: 'Nothing is built yet: start with npm start, or run npm run build first.',
  },
};
