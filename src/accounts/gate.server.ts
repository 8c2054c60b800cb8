import type { TwoText } from '#language/lang.ts';
import type { Database } from '#platform/database.server.ts';
import type { BetterAuth } from './better-auth.server.ts';
import type { PasswordProfile } from './password-profile.ts';

/** How people get in: Better Auth with our tables, and the rules this site follows. */
export interface Gate {
  readonly auth: BetterAuth;
  readonly database: Database;
  readonly profile: PasswordProfile;
  /** Every link in a mail begins with it: never with what a request says of its host. */
  readonly origin: string;
  readonly siteName: TwoText;
  /** What the button of the identity service says; undefined when there is none. */
  readonly identityName: TwoText | undefined;
}
