import type { Config } from '#platform/config.ts';
import type { Handlers, Schedule } from '#platform/jobs.server.ts';
import { purgeDeletedFiles } from '#files/write-purge.server.ts';
import { makeBackup, makeScheduledBackup } from '#operations/write-backup.server.ts';
import { proveNewest } from '#operations/write-proof.server.ts';
import { sendMail, sweepMail } from '#platform/send-mail.server.ts';
import { dailyDigest, mailNotifications } from '#notifications/write-mail.server.ts';

/** Who does which job. A job without a line here does not compile. */
export const handlers: Handlers = {
  'send-mail': sendMail,
  'sweep-mail': sweepMail,
  'mail-notifications': mailNotifications,
  'daily-digest': dailyDigest,
  'purge-files': purgeDeletedFiles,
  backup: makeBackup,
  'scheduled-backup': makeScheduledBackup,
  'prove-backup': proveNewest,
};

/** What happens by itself, once for all workers, in China's time. */
export function schedulesOf({ backup }: Config): Schedule[] {
  const backups: Schedule[] = backup ? [{ job: 'scheduled-backup', cron: backup.cron }] : [];
  return [
    { job: 'sweep-mail', cron: '*/5 * * * *' },
    { job: 'daily-digest', cron: '0 8 * * *' },
    { job: 'purge-files', cron: '20 3 * * *' },
    ...backups,
  ];
}
