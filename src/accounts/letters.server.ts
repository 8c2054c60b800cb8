import { eq } from 'drizzle-orm';
import type { Lang } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { queueMail } from '#platform/mail.server.ts';
import type { Gate } from './gate.server.ts';
import { accounts } from './tables.server.ts';

/** What a letter about an account may say. */
export interface About {
  readonly name: string;
  readonly site: string;
  /** The page where the account is looked after. */
  readonly link: string;
}

export interface LetterToOwner {
  readonly accountId: number;
  readonly kind: string;
  readonly letter: (lang: Lang, about: About) => { readonly subject: string; readonly text: string };
}

/** Writes to the address that is stored, in the language of its owner. */
export async function writeToOwner(
  tx: Tx,
  site: Pick<Gate, 'origin' | 'siteName'>,
  { accountId, kind, letter }: LetterToOwner,
): Promise<void> {
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId));
  if (!account) throw new Error('a letter to nobody');
  const { email: to, lang, name } = account;
  const link = `${site.origin}/${lang}/desk/account`;
  await queueMail(tx, { to, lang, kind, ...letter(lang, { name, site: site.siteName[lang], link }) });
}
