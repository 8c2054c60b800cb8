import { join, resolve } from 'node:path';
import { fetchWords } from '#language/words/fetch.ts';
import { platformWords as words } from '#language/words/platform.ts';
import type { TwoText } from '#language/lang.ts';
import { allowedFrom } from './fetch-allow.ts';
import type { FetchRules } from './fetch-rules.ts';
import { identityProblems, signInSettings, type SignInSettings } from './sign-in-config.ts';
import { translatorProblems, translatorSettings, type Translator } from './translate-config.ts';
import { storageProblems, storageSettings, type StorageSettings } from './storage-config.ts';
import { done, refused, type Outcome, type Problem } from './outcome.ts';

/** What an operator may set in the environment, after it was checked. */
export interface Config extends SignInSettings {
  /** Port the web process listens on; 0 lets the system choose one. */
  readonly port: number;
  /** Address to listen on. */
  readonly host: string;
  /** Absolute origin for every link that leaves the page, without a trailing slash. */
  readonly origin: string;
  /** True when the operator named the origin: only then are other Host headers refused. */
  readonly originIsSet: boolean;
  /** Absolute path of the folder that holds the embedded database, files and `site.json`. */
  readonly dataFolder: string;
  /** The operator's PostgreSQL; undefined means the embedded one. */
  readonly databaseUrl: string | undefined;
  readonly sample: boolean;
  /** Addresses that may read `/metrics`; empty means nobody. */
  readonly metricsFrom: readonly string[];
  /** Reverse proxies whose X-Forwarded-For is believed. */
  readonly proxies: readonly string[];
  /** Bytes of rendered pages a process keeps; 0 switches the page cache off. */
  readonly pageCacheBytes: number;
  /** Where the one outbound fetch may go beyond the public internet. */
  readonly fetch: FetchRules;
  /** Where uploaded files are kept. */
  readonly files: StorageSettings;
  /** Bytes that the files of one zone may take. */
  readonly zoneQuotaBytes: number;
  /** False where the jobs are done by a worker that was started elsewhere. */
  readonly runsWorker: boolean;
  /** How mail leaves; undefined means that it waits in the outbox. */
  readonly mail: { readonly smtp: string; readonly from: string } | undefined;
  /** When and how backups are made by themselves; undefined means not at all. */
  readonly backup: BackupPlan | undefined;
  readonly backupFolder: string;
  /** The service that editors may ask for a translation; undefined means that there is none. */
  readonly translator: Translator | undefined;
}

/** Backups by themselves: when, and for how long one of each day and of each week is kept. */
export interface BackupPlan {
  /** Time of day in China, and the weekday for weekly ones, as five cron fields. */
  readonly cron: string;
  readonly keepDays: number;
  readonly keepWeeks: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const checks: readonly [name: string, says: TwoText, holds: (value: string) => boolean][] = [
  ['PORT', words.portWrong, (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65535],
  ['ORIGIN', words.originWrong, isOrigin],
  ['DATABASE_URL', words.databaseUrlWrong, (value) => /^postgres(ql)?:\/\/.+/.test(value)],
  ['YUANLIAN_DATA', words.dataFolderWrong, (value) => value.trim() !== ''],
  ['YUANLIAN_SAMPLE', words.sampleWrong, (value) => value === 'on' || value === 'off'],
  ['YUANLIAN_METRICS_FROM', words.metricsFromWrong, (value) => /^[0-9a-fA-F.:, ]*$/.test(value)],
  ['YUANLIAN_PROXIES', words.proxiesWrong, (value) => /^[0-9a-fA-F.:, ]*$/.test(value)],
  ['LOG_LEVEL', words.logLevelWrong, (value) => /^(fatal|error|warn|info|debug|silent)$/.test(value)],
  ['YUANLIAN_ZONE_QUOTA_MB', words.zoneQuotaWrong, (value) => /^[1-9]\d{0,8}$/.test(value)],
  ['YUANLIAN_PAGE_CACHE_MB', words.pageCacheWrong, (value) => /^\d{1,5}$/.test(value)],
  ['YUANLIAN_FETCH_ALLOW', fetchWords.allowWrong, (value) => listOf(value).every((one) => allowedFrom(one))],
  ['YUANLIAN_FETCH_PROXY', fetchWords.proxyWrong, isProxy],
  ['YUANLIAN_PASSWORDS', words.passwordsWrong, (value) => /^(asvs|mlps-2|mlps-3)$/.test(value)],
  ['YUANLIAN_SECOND_FACTOR', words.secondFactorWrong, (value) => value === 'required' || value === 'offered'],
  ['YUANLIAN_SECRET', words.secretWrong, (value) => value.length >= 32],
  ['YUANLIAN_WORKER', words.workerWrong, (value) => value === 'on' || value === 'off'],
  ['YUANLIAN_SMTP', words.smtpWrong, isSmtp],
  ['YUANLIAN_MAIL_FROM', words.mailFromWrong, (value) => sender.test(value)],
  ['YUANLIAN_BACKUP', words.backupWrong, (value) => cronOf(value) !== undefined],
  ['YUANLIAN_BACKUP_KEEP', words.backupKeepWrong, (value) => keeping.test(value)],
];

/** Reads the settings; every mistake is one problem, and all of them come back at once. */
export function readConfig(environment: Environment): Outcome<Config> {
  const wrong = checks.flatMap(([name, says, holds]) => {
    const value = environment[name];
    return value === undefined || value === '' || holds(value) ? [] : [{ field: name, says }];
  });
  const others = [storageProblems, senderMissing, identityProblems, translatorProblems].flatMap((look) =>
    look(environment),
  );
  const problems: Problem[] = [...wrong, ...others];
  return problems.length > 0 ? refused(...problems) : done(configFrom(environment));
}

function configFrom(environment: Environment): Config {
  const set = (name: string) => environment[name] || undefined;
  const port = Number(set('PORT') ?? 3000);
  const dataFolder = resolve(set('YUANLIAN_DATA') ?? 'data');
  return {
    port,
    host: set('HOST') ?? '0.0.0.0',
    origin: new URL(set('ORIGIN') ?? `http://localhost:${port}`).origin,
    originIsSet: set('ORIGIN') !== undefined,
    dataFolder,
    databaseUrl: set('DATABASE_URL'),
    sample: set('YUANLIAN_SAMPLE') !== 'off',
    metricsFrom: listOf(set('YUANLIAN_METRICS_FROM')),
    proxies: listOf(set('YUANLIAN_PROXIES')),
    pageCacheBytes: megabytes(set('YUANLIAN_PAGE_CACHE_MB'), 128),
    fetch: { allow: listOf(set('YUANLIAN_FETCH_ALLOW')), proxy: set('YUANLIAN_FETCH_PROXY') },
    files: storageSettings(environment, dataFolder),
    zoneQuotaBytes: megabytes(set('YUANLIAN_ZONE_QUOTA_MB'), 2048),
    ...signInSettings(environment),
    runsWorker: set('YUANLIAN_WORKER') !== 'off',
    mail: mailFrom(set('YUANLIAN_SMTP'), set('YUANLIAN_MAIL_FROM')),
    backup: backupPlan(set('YUANLIAN_BACKUP'), set('YUANLIAN_BACKUP_KEEP')),
    backupFolder: backupFolder(set),
    translator: translatorSettings(environment),
  };
}

function backupFolder(set: (name: string) => string | undefined): string {
  return resolve(set('YUANLIAN_BACKUP_FOLDER') ?? join(set('YUANLIAN_DATA') ?? 'data', 'backups'));
}

/** An address, or a name before it in angle brackets; no line breaks, which would end the header. */
const sender = /^(?:[^<>\r\n@]{1,100} <[^\s<>@,;]{1,64}@[^\s<>@,;]{1,190}>|[^\s<>@,;]{1,64}@[^\s<>@,;]{1,190})$/;

function isSmtp(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return /^smtps?:$/.test(url.protocol) && url.hostname !== '' && /^\/?$/.test(url.pathname);
}

/** Mail servers refuse mail from nobody, so the two are set together. */
function senderMissing(environment: Environment): Problem[] {
  const isMissing = isSmtp(environment['YUANLIAN_SMTP'] ?? '') && !environment['YUANLIAN_MAIL_FROM'];
  return isMissing ? [{ field: 'YUANLIAN_MAIL_FROM', says: words.mailFromMissing }] : [];
}

function mailFrom(smtp: string | undefined, from: string | undefined): Config['mail'] {
  return smtp !== undefined && from !== undefined ? { smtp, from } : undefined;
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** `daily 02:30` and `sunday 02:30` as cron says them. */
function cronOf(value: string): string | undefined {
  const [, day = '', hour, minute] = /^([a-z]+) ([01]\d|2[0-3]):([0-5]\d)$/.exec(value) ?? [];
  const weekday = day === 'daily' ? '*' : weekdays.indexOf(day);
  return hour === undefined || weekday === -1 ? undefined : `${Number(minute)} ${Number(hour)} * * ${weekday}`;
}

const keeping = /^(\d{1,3})d(?:\+(\d{1,3})w)?$/;

function backupPlan(when: string | undefined, keep = '7d+4w'): BackupPlan | undefined {
  const cron = when === undefined ? undefined : cronOf(when);
  const [, days, weeks = '0'] = keeping.exec(keep) ?? [];
  return cron === undefined ? undefined : { cron, keepDays: Math.max(1, Number(days)), keepWeeks: Number(weeks) };
}

function megabytes(value: string | undefined, otherwise: number): number {
  return Number(value ?? otherwise) * 1024 * 1024;
}

function listOf(value: string | undefined): string[] {
  return (value ?? '').split(/[\s,]+/).filter(Boolean);
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '';
}

function isProxy(value: string): boolean {
  return URL.canParse(value) && new URL(value).protocol === 'http:' && new URL(value).hostname !== '';
}
