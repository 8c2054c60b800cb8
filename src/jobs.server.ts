import type { Config } from '#platform/config.ts';
import type { Handlers, Schedule } from '#platform/jobs.server.ts';
import { publishDue } from '#news/write-scheduled.server.ts';
import { makeBackup, makeScheduledBackup } from '#operations/write-backup.server.ts';
import { proveNewest } from '#operations/write-proof.server.ts';
import { sendMail, sweepMail } from '#platform/send-mail.server.ts';
import { dailyDigest, mailNotifications } from '#notifications/write-mail.server.ts';
import type { Services } from '#platform/services.server.ts';
import { lookAtDueSources, lookAtSource } from '#sources/look.server.ts';

/** Whatever is due, whichever article woke us: a job that was lost or comes twice makes no difference. */
async function publish({ database, now }: Services): Promise<void> {
  await publishDue(database, now());
}

/** Who does which job. A job without a line here does not compile. */
export const handlers: Handlers = {
  'send-mail': sendMail,
  'sweep-mail': sweepMail,
  'mail-notifications': mailNotifications,
  'daily-digest': dailyDigest,
  backup: makeBackup,
  'scheduled-backup': makeScheduledBackup,
  'prove-backup': proveNewest,
  'publish-scheduled': publish,
  'publish-due': publish,
  'look-at-source': lookAtSource,
  'look-at-due-sources': lookAtDueSources,
};

/** What happens by itself, once for all workers, in China's time. */
export function schedulesOf({ backup }: Config): Schedule[] {
  const backups: Schedule[] = backup ? [{ job: 'scheduled-backup', cron: backup.cron }] : [];
  return [
    { job: 'publish-due', cron: '*/5 * * * *' },
    { job: 'look-at-due-sources', cron: '*/5 * * * *' },
    { job: 'sweep-mail', cron: '*/5 * * * *' },
    { job: 'daily-digest', cron: '0 8 * * *' },
    ...backups,
  ];
}
