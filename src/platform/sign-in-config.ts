import { platformWords as words } from '#language/words/platform.ts';
import type { TwoText } from '#language/lang.ts';
import type { Problem } from './outcome.ts';

/** The identity service by which people may sign in. */
export interface IdentityService {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What its button says. */
  readonly name: TwoText;
}

/** What an operator may set about signing in. */
export interface SignInSettings {
  /** Rules for passwords and sessions. */
  readonly passwords: 'asvs' | 'mlps-2' | 'mlps-3';
  /** Whether staff need a second factor; undefined leaves it to the rules above. */
  readonly secondFactor: 'required' | 'offered' | undefined;
  /** Encrypts second factors and signs half-done sign-ins; undefined lets the site make one and keep it in its database. */
  readonly secret: string | undefined;
  /** Undefined when nobody signs in by an identity service. */
  readonly identity: IdentityService | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const needed = ['YUANLIAN_OIDC_ISSUER', 'YUANLIAN_OIDC_CLIENT_ID', 'YUANLIAN_OIDC_CLIENT_SECRET'] as const;

/** Half an identity service is a mistake, not a choice. */
export function identityProblems(environment: Environment): Problem[] {
  const missing = needed.filter((name) => !environment[name]);
  if (missing.length === needed.length) return [];
  const issuer = environment['YUANLIAN_OIDC_ISSUER'];
  const wrong = issuer && !isIssuer(issuer) ? [{ field: needed[0], says: words.issuerWrong }] : [];
  return [...wrong, ...missing.map((field) => ({ field, says: words.oidcIncomplete(field) }))];
}

/** Values that were checked before. */
export function signInSettings(environment: Environment): SignInSettings {
  return {
    passwords: (environment['YUANLIAN_PASSWORDS'] || 'asvs') as SignInSettings['passwords'],
    secondFactor: (environment['YUANLIAN_SECOND_FACTOR'] || undefined) as SignInSettings['secondFactor'],
    secret: environment['YUANLIAN_SECRET'] || undefined,
    identity: identityFrom(environment),
  };
}

function identityFrom(environment: Environment): IdentityService | undefined {
  const [issuer, clientId, clientSecret] = needed.map((name) => environment[name]);
  if (!issuer || !clientId || !clientSecret) return undefined;
  const zh = environment['YUANLIAN_OIDC_NAME'] || words.identityName.zh;
  const en = environment['YUANLIAN_OIDC_NAME_EN'] || words.identityName.en;
  return { issuer, clientId, clientSecret, name: { zh, en } };
}

/** Without TLS only on the own machine: whoever can change what it says can be anybody. */
function isIssuer(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, search, hash } = new URL(value);
  const isOwnMachine = hostname === '127.0.0.1' || hostname === 'localhost';
  return (protocol === 'https:' || (protocol === 'http:' && isOwnMachine)) && search === '' && hash === '';
}
