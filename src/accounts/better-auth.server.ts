import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { betterAuth, type BetterAuthOptions } from 'better-auth/minimal';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { bearer } from 'better-auth/plugins/bearer';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { TwoText } from '#language/lang.ts';
import type { Config } from '#platform/config.ts';
import type { Database } from '#platform/database.server.ts';
import { log } from '#platform/log.server.ts';
import { stateCookieName } from '#platform/session-cookie.ts';
import type { PasswordProfile } from './password-profile.ts';
import { hashPassword, isPassword } from './secret.server.ts';
import { withTokensOfSessions } from './session-rows.server.ts';
import { accounts, credentials, sessions, twoFactors, verifications } from './tables.server.ts';

/** Internal: the address of who asks, which the routes have found out already (proxies and all). */
export const addressHeader = 'x-yuanlian-address';

const longestBrowser = 300;

export interface AuthSettings {
  readonly database: Database;
  readonly secret: string;
  readonly profile: PasswordProfile;
  readonly config: Config;
  readonly siteName: TwoText;
  readonly sendReset: (asked: { accountId: number; token: string }) => Promise<void>;
}

const schema = {
  user: accounts,
  session: sessions,
  account: credentials,
  verification: verifications,
  twoFactor: twoFactors,
};

/** Better Auth on our tables, with our password hashing. It has no address of its own: our pages call it. */
export function openBetterAuth(settings: AuthSettings) {
  const { database, secret, profile, config, siteName, sendReset } = settings;
  return betterAuth({
    appName: siteName.zh,
    baseURL: config.origin,
    secret,
    database: withTokensOfSessions(drizzleAdapter(database.db, { provider: 'pg', schema, transaction: true }) as never),
    ...models,
    session: { ...models.session, expiresIn: profile.longestMinutes * 60 },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // Which password is good says password.server.ts, before it gets here.
      minPasswordLength: 1,
      maxPasswordLength: 256,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(password, hash) },
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 30 * 60,
      sendResetPassword: ({ user, token }) => sendReset({ accountId: Number(user.id), token }),
    },
    databaseHooks: {
      session: { create: { before: (session) => mayBegin(database, session) } },
      account: { create: { before: () => Promise.resolve({ data: noTokens }) } },
    },
    // Attempts are counted in attempts.server.ts, across all processes and with the owner's known browser spared.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_, message) => log.warn({ message }, 'Better Auth') },
    advanced: {
      database: { generateId: 'serial' },
      useSecureCookies: false,
      cookies: { state: { name: stateCookieName(config.origin) } },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    plugins: [bearer(), secondFactor(siteName), genericOAuth({ config: identityServices(config) })],
  });
}

export type BetterAuth = ReturnType<typeof openBetterAuth>;

/** Path the identity service sends people back to. */
export const identityCallback = '/api/auth/callback/identity';

/** Nobody gets in just by having an identity: it must belong to an account by its verified address. */
function identityServices({ identity, origin }: Config) {
  if (!identity) return [];
  return [
    {
      providerId: 'identity',
      discoveryUrl: `${identity.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: identity.clientId,
      clientSecret: identity.clientSecret,
      redirectURI: origin + identityCallback,
      scopes: ['openid', 'email', 'profile'],
      pkce: true,
      requireIdTokenVerification: true,
      disableSignUp: true,
      disableImplicitSignUp: true,
    },
  ];
}

function secondFactor(siteName: TwoText) {
  return twoFactor({
    issuer: siteName.zh,
    allowPasswordless: true,
    twoFactorCookieMaxAge: 10 * 60,
    accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 15 * 60 },
    backupCodeOptions: {
      amount: 10,
      storeBackupCodes: { encrypt: hashedCodes, decrypt: (stored) => Promise.resolve(stored) },
    },
    schema: {
      twoFactor: {
        fields: { userId: 'accountId', backupCodes: 'recoveryCodes', failedVerificationCount: 'failedCount' },
      },
    },
  });
}

/** Which of its fields is which of our columns. */
const models = {
  session: {
    fields: { userId: 'accountId', updatedAt: 'lastSeenAt', ipAddress: 'network', userAgent: 'browser' },
    disableSessionRefresh: true,
  },
  account: { accountLinking: { enabled: true, trustedProviders: [] }, updateAccountOnSignIn: false },
  verification: { storeIdentifier: 'hashed' },
} satisfies Partial<BetterAuthOptions>;

/** What the identity service hands out beside the name is not needed, so it is not kept. */
const noTokens = {
  accessToken: undefined,
  refreshToken: undefined,
  idToken: undefined,
  scope: undefined,
  accessTokenExpiresAt: undefined,
  refreshTokenExpiresAt: undefined,
};

/** A disabled account gets no session, whichever way it came. */
async function mayBegin({ db }: Database, session: { userId: string; userAgent?: string | null | undefined }) {
  const [account] = await db
    .select({ disabledAt: accounts.disabledAt })
    .from(accounts)
    .where(eq(accounts.id, Number(session.userId)));
  if (!account || account.disabledAt) return false;
  return { data: { ...session, userAgent: (session.userAgent ?? '').slice(0, longestBrowser) } };
}

const mark = 'sha256:';

/** A recovery code as it is kept and compared. */
export function hashedCode(code: string): string {
  return mark + createHash('sha256').update(code).digest('base64url');
}

/** Better Auth writes the ones that are left back: those are hashed already. */
function hashedCodes(json: string): Promise<string> {
  const codes = JSON.parse(json) as string[];
  return Promise.resolve(JSON.stringify(codes.map((code) => (code.startsWith(mark) ? code : hashedCode(code)))));
}
