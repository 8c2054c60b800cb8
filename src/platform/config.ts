import { resolve } from 'node:path';
import { fetchWords } from '#language/words/fetch.ts';
import { platformWords as words } from '#language/words/platform.ts';
import type { TwoText } from '#language/lang.ts';
import { allowedFrom } from './fetch-allow.ts';
import type { FetchRules } from './fetch-rules.ts';
import { done, refused, type Outcome, type Problem } from './outcome.ts';

/** What an operator may set in the environment, after it was checked. */
export interface Config {
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
  /** Rules for passwords and sessions. */
  readonly passwords: 'asvs' | 'mlps-2' | 'mlps-3';
  /** Whether staff need a second factor; undefined leaves it to the rules above. */
  readonly secondFactor: 'required' | 'offered' | undefined;
  /** Encrypts second factors and signs half-done sign-ins; undefined lets the site make one and keep it in its database. */
  readonly secret: string | undefined;
  /** The identity service by which people may sign in; undefined when there is none. */
  readonly identity: IdentityService | undefined;
}

export interface IdentityService {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What its button says. */
  readonly name: TwoText;
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
  ['YUANLIAN_PAGE_CACHE_MB', words.pageCacheWrong, (value) => /^\d{1,5}$/.test(value)],
  ['YUANLIAN_FETCH_ALLOW', fetchWords.allowWrong, (value) => listOf(value).every((one) => allowedFrom(one))],
  ['YUANLIAN_FETCH_PROXY', fetchWords.proxyWrong, isProxy],
  ['YUANLIAN_PASSWORDS', words.passwordsWrong, (value) => /^(asvs|mlps-2|mlps-3)$/.test(value)],
  ['YUANLIAN_SECOND_FACTOR', words.secondFactorWrong, (value) => value === 'required' || value === 'offered'],
  ['YUANLIAN_SECRET', words.secretWrong, (value) => value.length >= 32],
  ['YUANLIAN_OIDC_ISSUER', words.issuerWrong, isIssuer],
];

const oidc = ['YUANLIAN_OIDC_ISSUER', 'YUANLIAN_OIDC_CLIENT_ID', 'YUANLIAN_OIDC_CLIENT_SECRET'] as const;

/** Half an identity service is a mistake, not a choice. */
function oidcProblems(environment: Environment): Problem[] {
  const missing = oidc.filter((name) => !environment[name]);
  return missing.length === oidc.length ? [] : missing.map((field) => ({ field, says: words.oidcIncomplete(field) }));
}

/** Reads the settings; every mistake is one problem, and all of them come back at once. */
export function readConfig(environment: Environment): Outcome<Config> {
  const problems: Problem[] = checks.flatMap(([name, says, holds]) => {
    const value = environment[name];
    return value === undefined || value === '' || holds(value) ? [] : [{ field: name, says }];
  });
  problems.push(...oidcProblems(environment));
  return problems.length > 0 ? refused(...problems) : done(configFrom(environment));
}

function configFrom(environment: Environment): Config {
  const set = (name: string) => environment[name] || undefined;
  const port = Number(set('PORT') ?? 3000);
  return {
    port,
    host: set('HOST') ?? '0.0.0.0',
    origin: new URL(set('ORIGIN') ?? `http://localhost:${port}`).origin,
    originIsSet: set('ORIGIN') !== undefined,
    dataFolder: resolve(set('YUANLIAN_DATA') ?? 'data'),
    databaseUrl: set('DATABASE_URL'),
    sample: set('YUANLIAN_SAMPLE') !== 'off',
    metricsFrom: listOf(set('YUANLIAN_METRICS_FROM')),
    proxies: listOf(set('YUANLIAN_PROXIES')),
    pageCacheBytes: Number(set('YUANLIAN_PAGE_CACHE_MB') ?? 128) * 1024 * 1024,
    fetch: { allow: listOf(set('YUANLIAN_FETCH_ALLOW')), proxy: set('YUANLIAN_FETCH_PROXY') },
    passwords: (set('YUANLIAN_PASSWORDS') ?? 'asvs') as Config['passwords'],
    secondFactor: set('YUANLIAN_SECOND_FACTOR') as Config['secondFactor'],
    secret: set('YUANLIAN_SECRET'),
    identity: identityFrom(set),
  };
}

function identityFrom(set: (name: string) => string | undefined): IdentityService | undefined {
  const [issuer, clientId, clientSecret] = oidc.map(set);
  if (!issuer || !clientId || !clientSecret) return undefined;
  const zh = set('YUANLIAN_OIDC_NAME') ?? words.identityName.zh;
  return { issuer, clientId, clientSecret, name: { zh, en: set('YUANLIAN_OIDC_NAME_EN') ?? words.identityName.en } };
}

/** Without TLS only on the own machine: whoever can change what it says can be anybody. */
function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, search, hash } = new URL(value);
  const isOwnMachine = hostname === '127.0.0.1' || hostname === 'localhost';
  return (protocol === 'https:' || (protocol === 'http:' && isOwnMachine)) && search === '' && hash === '';
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
