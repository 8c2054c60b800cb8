import { forgetRegistrations } from '#events/write-forget.server.ts';
import { writeToRegistered } from '#events/write-mail.server.ts';
import { sweepEvents } from '#events/write-sweep.server.ts';
import { turnEvent } from '#events/write-public.server.ts';
import { attachBrief } from '#delivery/brief-attachment.server.ts';
import { mailBriefs } from '#delivery/write-brief.server.ts';
import { probePages } from '#health/probe.server.ts';
import { checkLinks } from '#health/check.server.ts';
import { fetchMedia } from '#importers/fetch-media.server.ts';
import { readImport } from '#importers/read-upload.server.ts';
import { refreshAllIndicators } from '#indicators/write-nightly.server.ts';
import type { Config } from '#platform/config.ts';
import type { Handlers, Schedule } from '#platform/jobs.server.ts';
import { purgeDeletedFiles } from '#files/write-purge.server.ts';
import { makeBackup, makeScheduledBackup } from '#operations/write-backup.server.ts';
import { proveNewest } from '#operations/write-proof.server.ts';
import { sendingMail, sweepMail } from '#platform/send-mail.server.ts';
import { expireListings } from '#listings/write-expire.server.ts';
import { rankAll, rankInstitute, rankOne } from '#connections/rank-jobs.server.ts';
import { sweepSilence } from '#connections/write-silence.server.ts';
import { tellConnection } from '#connections/write-telling.server.ts';
import { tellBoard } from '#listings/write-tell.server.ts';
import { refreshProjectsNightly } from '#projects/write-standing.server.ts';
import { publishScheduled } from '#news/write-scheduled.server.ts';
import { findInArticles, findOrganisations } from '#organisations/write-mentions.server.ts';
import { lookAtDueSources, lookAtSource } from '#sources/look.server.ts';
import { remindOfRounds } from '#rounds/write-remind.server.ts';
import { remindOfTasks } from '#tasks/write-reminders.server.ts';
import { refreshAllTasks } from '#tasks/write-standing.server.ts';
import { reopenForBlocker } from '#slips/write-blocker-slip.server.ts';
import { tellBlocker } from '#slips/write-blocker-telling.server.ts';
import { raiseSlipsNightly } from '#slips/write-nightly.server.ts';
import { tellSlip } from '#slips/write-telling.server.ts';
import { dailyDigest, mailNotifications } from '#notifications/write-mail.server.ts';

/** Who does which job. A job without a line here does not compile. */
export const handlers: Handlers = {
  'send-mail': sendingMail({ 'weekly-brief': attachBrief }),
  'sweep-mail': sweepMail,
  'mail-notifications': mailNotifications,
  'daily-digest': dailyDigest,
  'publish-scheduled': publishScheduled,
  'sweep-scheduled': publishScheduled,
  'look-at-due-sources': lookAtDueSources,
  'look-at-source': lookAtSource,
  'purge-files': purgeDeletedFiles,
  backup: makeBackup,
  'scheduled-backup': makeScheduledBackup,
  'prove-backup': proveNewest,
  'read-import': readImport,
  'fetch-media': fetchMedia,
  'check-links': checkLinks,
  'probe-pages': probePages,
  'expire-listings': expireListings,
  'tell-connection': tellConnection,
  'sweep-silence': sweepSilence,
  'rank-listing': rankOne,
  'rank-institute': rankInstitute,
  'rank-all': rankAll,
  'articles-changed': findInArticles,
  'find-organisations': findOrganisations,
  'turn-event': turnEvent,
  'write-to-registered': writeToRegistered,
  'forget-registrations': forgetRegistrations,
  'tell-board-at-once': tellBoard('at-once'),
  'tell-board-daily': tellBoard('daily'),
  'tell-board-weekly': tellBoard('weekly'),
  'sweep-events': sweepEvents,
  'remind-of-tasks': remindOfTasks,
  'remind-of-rounds': remindOfRounds,
  'refresh-indicators': refreshAllIndicators,
  'refresh-tasks': refreshAllTasks,
  'refresh-projects': refreshProjectsNightly,
  'raise-slips': raiseSlipsNightly,
  'mail-briefs': mailBriefs,
  'tell-slip': tellSlip,
  'tell-blocker': tellBlocker,
  'blocker-not-solved': reopenForBlocker,
};

/** What happens by itself, once for all workers, in China's time. */
export function schedulesOf({ backup }: Config): Schedule[] {
  const backups: Schedule[] = backup ? [{ job: 'scheduled-backup', cron: backup.cron }] : [];
  return [
    { job: 'sweep-mail', cron: '*/5 * * * *' },
    { job: 'sweep-scheduled', cron: '* * * * *' },
    { job: 'daily-digest', cron: '0 8 * * *' },
    { job: 'look-at-due-sources', cron: '*/5 * * * *' },
    { job: 'check-links', cron: '17 * * * *' },
    { job: 'probe-pages', cron: '7,37 * * * *' },
    { job: 'expire-listings', cron: '10 * * * *' },
    { job: 'sweep-silence', cron: '10 9 * * *' },
    { job: 'tell-board-daily', cron: '30 7 * * *' },
    { job: 'tell-board-weekly', cron: '30 7 * * 1' },
    { job: 'remind-of-tasks', cron: '30 8 * * *' },
    { job: 'remind-of-rounds', cron: '35 8 * * *' },
    { job: 'rank-all', cron: '40 2 * * *' },
    { job: 'purge-files', cron: '20 3 * * *' },
    { job: 'sweep-events', cron: '*/5 * * * *' },
    { job: 'refresh-indicators', cron: '7 0 * * *' },
    { job: 'refresh-projects', cron: '9 0 * * *' },
    { job: 'forget-registrations', cron: '40 3 * * *' },
    { job: 'refresh-tasks', cron: '5 0 * * *' },
    { job: 'mail-briefs', cron: '0 8 * * 1' },
    { job: 'raise-slips', cron: '12 0 * * *' },
    ...backups,
  ];
}
