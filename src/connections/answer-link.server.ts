import type { Db } from '#platform/database.server.ts';
import type { Lang } from '#language/lang.ts';
import { signer, verified } from '#platform/signed.server.ts';

const purpose = 'answer-connection';

/** What a link in a letter is for: one side's answer to one proposal, by whom the letter went to. */
export interface AnswerLink {
  readonly connection: number;
  readonly side: 'need' | 'offer';
  /** The proposal it was sent with: another one of the same two has other links. */
  readonly proposedAt: number;
  /** The account, or undefined for the address that the organisation is written to. */
  readonly account: number | undefined;
}

/** Makes links that answer a proposal without signing in. */
export async function answerLinks(db: Db, origin: string): Promise<(lang: Lang, link: AnswerLink) => string> {
  const sign = await signer(db);
  return (lang, { connection, side, proposedAt, account }) =>
    `${origin}/${lang}/answer/${sign(purpose, [connection, side, proposedAt, account ?? ''].join(' '))}`;
}

/** What such a link was made for; undefined when it is none of ours. */
export async function answerLinkOf(db: Db, token: string): Promise<AnswerLink | undefined> {
  const text = await verified(db, purpose, token);
  const [, connection, side, proposedAt, account] = /^(\d+) (need|offer) (\d+) (\d*)$/.exec(text ?? '') ?? [];
  if (side !== 'need' && side !== 'offer') return undefined;
  return {
    connection: Number(connection),
    side,
    proposedAt: Number(proposedAt),
    account: account ? Number(account) : undefined,
  };
}
