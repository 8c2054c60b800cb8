/** Which rules a site follows for passwords and sessions: those of OWASP ASVS, or those of 等保 level 2 or 3. */
export const profileNames = ['asvs', 'mlps-2', 'mlps-3'] as const;
export type ProfileName = (typeof profileNames)[number];

export interface PasswordProfile {
  readonly name: ProfileName;
  readonly shortest: number;
  /** How many of capitals, small letters, digits and other characters a password must mix; 0 makes no such rule. */
  readonly classes: number;
  /** Days after which a password must be changed; undefined never. */
  readonly expiresAfterDays?: number;
  /** So many passwords of the past are not taken again. */
  readonly remembered: number;
  /** Wrong attempts for one account from one network, and how long they are remembered. */
  readonly attempts: number;
  readonly attemptsMinutes: number;
  /** Whether the owner is told by mail when attempts were stopped. */
  readonly tellsOwner: boolean;
  readonly idleMinutes: number;
  readonly longestMinutes: number;
  /** Sessions an account may have at once; the oldest ends. Undefined sets no bound. */
  readonly sessions?: number;
  readonly secondFactor: 'required' | 'offered';
}

const profiles: Readonly<Record<ProfileName, PasswordProfile>> = {
  asvs: {
    name: 'asvs',
    shortest: 12,
    classes: 0,
    remembered: 0,
    attempts: 10,
    attemptsMinutes: 15,
    tellsOwner: false,
    idleMinutes: 30,
    longestMinutes: 12 * 60,
    secondFactor: 'required',
  },
  'mlps-2': {
    name: 'mlps-2',
    shortest: 8,
    classes: 3,
    expiresAfterDays: 180,
    remembered: 5,
    attempts: 5,
    attemptsMinutes: 30,
    tellsOwner: false,
    idleMinutes: 30,
    longestMinutes: 8 * 60,
    sessions: 1,
    secondFactor: 'offered',
  },
  'mlps-3': {
    name: 'mlps-3',
    shortest: 10,
    classes: 3,
    expiresAfterDays: 90,
    remembered: 5,
    attempts: 5,
    attemptsMinutes: 30,
    tellsOwner: true,
    idleMinutes: 15,
    longestMinutes: 8 * 60,
    sessions: 1,
    secondFactor: 'required',
  },
};

/** The rules of a profile, with the second factor as the operator wishes it. */
export function profileOf(name: ProfileName, secondFactor?: 'required' | 'offered'): PasswordProfile {
  const profile = profiles[name];
  return secondFactor === undefined ? profile : { ...profile, secondFactor };
}

/** How long a new member of staff may work without a second factor, so that the first day goes smoothly. */
export const graceDays = 7;

const dayMs = 24 * 60 * 60 * 1_000;

export interface Protection {
  readonly method: 'password' | 'passkey' | 'identity' | 'link';
  readonly hasSecondFactor: boolean;
  readonly isStaff: boolean;
  readonly createdAt: Date;
  readonly passwordChangedAt: Date;
}

/** What a signed-in person must do before anything else; `soon` is a banner, not a wall. */
export type Duty = 'second-factor' | 'second-factor-soon' | 'password' | undefined;

export function dutyOf(profile: PasswordProfile, person: Protection, now: Date): Duty {
  if (isExpired(profile, person, now)) return 'password';
  const isFree = person.hasSecondFactor || person.method === 'identity' || !person.isStaff;
  if (profile.secondFactor === 'offered' || isFree) return undefined;
  return now.getTime() - person.createdAt.getTime() > graceMs(profile) ? 'second-factor' : 'second-factor-soon';
}

/** Level 3 demands the second factor from the first sign-in. */
function graceMs({ name }: PasswordProfile): number {
  return name === 'mlps-3' ? 0 : graceDays * dayMs;
}

function isExpired({ expiresAfterDays }: PasswordProfile, person: Protection, now: Date): boolean {
  if (expiresAfterDays === undefined || person.method === 'identity') return false;
  return now.getTime() - person.passwordChangedAt.getTime() > expiresAfterDays * dayMs;
}

const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];

/** How many kinds of character a password mixes. */
export function classesIn(password: string): number {
  return kinds.filter((kind) => kind.test(password)).length;
}
