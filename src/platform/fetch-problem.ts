import { fetchWords as words } from '#language/words/fetch.ts';
import type { TwoText } from '#language/lang.ts';

/** Ends a fetch from inside its streams, with the sentence for the person who asked. */
export class FetchProblem extends Error {
  readonly says: TwoText;

  constructor(says: TwoText) {
    super(says.en);
    this.says = says;
  }
}

const certificate = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_/;
const malformed = /^(?:HPE_|Z_|ERR_|ECONNRESET|EPIPE)/;

/** What went wrong, in our own words: the system's message names addresses, and a stranger's message is a stranger's. */
export function sentenceFor(error: unknown): TwoText {
  if (error instanceof FetchProblem) return error.says;
  if (!(error instanceof Error)) return words.notReached;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return words.tooSlow;
  const code = 'code' in error ? String(error.code) : '';
  if (certificate.test(code)) return words.notTrusted;
  return malformed.test(code) ? words.brokenAnswer : words.notReached;
}
