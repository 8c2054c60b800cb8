import { randomUUID } from 'node:crypto';
import type { Tx } from '#platform/database.server.ts';
import { later } from '#platform/jobs.server.ts';
import type { Telling } from './notification.ts';
import { notifications } from './tables.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'mail-notifications': { readonly batch: string };
  }
}

/** Tells accounts something, in the caller's transaction; mails follow after the commit as each of them wishes. */
export async function notify(tx: Tx, { accounts, kind, text, path }: Telling): Promise<void> {
  const readers = [...new Set(accounts)];
  if (readers.length === 0) return;
  const batch = randomUUID();
  // Not `returning`: whoever tells may not read what others are told.
  await tx
    .insert(notifications)
    .values(readers.map((accountId) => ({ accountId, kind, textZh: text.zh, textEn: text.en, path, batch })));
  await later(tx, { job: 'mail-notifications', data: { batch } });
}
