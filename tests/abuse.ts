/** The classes of abuse that tests are counted by. */
export const classes = {
  A: 'authorisation and tenancy',
  B: 'signing in, sessions, recovery',
  C: 'queries and validation',
  D: 'markup and scripts',
  E: 'files and import',
  F: 'outbound requests',
  G: 'HTTP, cache, browser',
  H: 'denial of service',
  I: 'export, mail, log, feed',
  J: 'concurrency and workflow',
  K: 'Unicode and languages',
} as const;
export type AbuseClass = keyof typeof classes;

/** Tests that try what somebody could do with bad intent: a file, and those of its tests whose full name fits. */
export interface AbuseTests {
  readonly file: string;
  readonly of: AbuseClass;
  readonly named?: RegExp;
}

const inClass = (of: AbuseClass, ...files: (string | readonly [file: string, named: RegExp])[]): AbuseTests[] =>
  files.map((one) => (typeof one === 'string' ? { of, file: one } : { of, file: one[0], named: one[1] }));

const running = 'tests/processes/abuse.test.ts';

/** In this order: of a file that is named twice, the line above decides. */
export const abuseTests: readonly AbuseTests[] = [
  ...inClass('H', ['src/text/diff.test.ts', /in time/], ['src/text/notation.test.ts', /at once/]),
  ...inClass('H', ['src/accounts/sign-in.test.ts', /slowed|stopped/]),
  ...inClass('A', 'tests/rules/access.test.ts', 'tests/rules/row-security.test.ts', 'tests/processes/access.test.ts'),
  ...inClass('A', ['src/news/write.test.ts', /can neither|does not publish/]),
  ...inClass('A', ['src/news/desk-list.test.ts', /another zone|their zones/]),
  ...inClass('B', [running, /^B /], 'src/accounts/sign-in.test.ts', 'src/accounts/recovery.test.ts'),
  ...inClass('B', 'src/accounts/second-factor.test.ts', 'src/accounts/invitation.test.ts'),
  ...inClass('B', 'src/accounts/account.test.ts', 'src/accounts/password.test.ts', 'src/accounts/identity.test.ts'),
  ...inClass('B', 'src/accounts/own-account.test.ts'),
  ...inClass('C', [running, /^C /], 'src/search/any-query.test.ts', 'src/platform/query.test.ts'),
  ...inClass('C', 'src/lists/address.test.ts', ['src/news/desk-list.test.ts', /cursor|every filter/]),
  ...inClass('C', ['src/lists/write.test.ts', /no view|refused/], ['src/news/draft-form.test.ts', /no time/]),
  ...inClass('D', 'src/text/paste.test.ts', ['src/text/notation.test.ts', /runs|whatever/]),
  ...inClass('D', 'src/ui/editor/schema.test.ts', ['src/text/link.test.ts', /leads nowhere/]),
  ...inClass('E', [running, /^E /], 'src/files/receive.test.ts', 'src/files/name.test.ts'),
  ...inClass('E', 'src/files/prepare.test.ts', 'src/files/serve.test.ts', 'src/importers/upload.test.ts'),
  ...inClass('F', 'src/platform/fetch.test.ts', 'src/platform/fetch-refused.test.ts', 'src/sources/robots.test.ts'),
  ...inClass('G', [running, /^G /], 'src/platform/door.test.ts', 'src/platform/page-key.test.ts'),
  ...inClass('G', 'src/platform/security-headers.test.ts', 'src/platform/addresses.test.ts'),
  ...inClass('G', 'src/platform/page-cache.test.ts'),
  ...inClass('G', ['tests/processes/http.test.ts', /security header|cookies|parameter|signed in/]),
  ...inClass('I', [running, /^I /], ['tests/processes/http.test.ts', /the log/], 'src/text/csv.test.ts'),
  ...inClass('I', 'src/text/sheet.test.ts', 'src/history/chain.test.ts', 'src/platform/letter.test.ts'),
  ...inClass('J', [running, /^J /], 'src/news/write-scheduled.test.ts', 'src/news/write-review.test.ts'),
  ...inClass('J', ['tests/processes/several.test.ts', /once|killed/]),
  ...inClass('K', 'src/text/normalise.test.ts', 'src/news/checks.test.ts'),
];

/** The first class that has the test; undefined for one that tries nothing bad. */
export function classOf(file: string, name: string): AbuseClass | undefined {
  return abuseTests.find((one) => one.file === file && (one.named?.test(name) ?? true))?.of;
}
