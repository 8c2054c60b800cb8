import type { Lang } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { signer, verified } from '#platform/signed.server.ts';

const purpose = 'event-registration';

/** Makes the address at which whoever registered sees, confirms, changes or cancels it without signing in. */
export async function pageOfRegistration(db: Db, origin: string) {
  const sign = await signer(db);
  return ({ id, lang }: { readonly id: number; readonly lang: Lang }) =>
    `${origin}/${lang}/registrations/${sign(purpose, String(id))}`;
}

/** Which registration a link is for; undefined when it is none of ours. */
export async function registrationOf(db: Db, token: string): Promise<number | undefined> {
  const id = await verified(db, purpose, token);
  return id !== undefined && /^[1-9]\d{0,14}$/.test(id) ? Number(id) : undefined;
}
