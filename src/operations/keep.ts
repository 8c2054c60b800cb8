import type { BackupPlan } from '#platform/config.ts';
import { dateOf } from '#language/dates.ts';

export interface Kept {
  readonly id: number;
  readonly at: Date;
}

const dayMs = 24 * 3_600_000;

/**
 * Backups that the plan no longer asks for: of each of the last days and weeks the newest stays, and the newest of all
 * always does.
 */
export function outdated<Backup extends Kept>(backups: readonly Backup[], plan: BackupPlan, now: Date): Backup[] {
  const newestFirst = [...backups].sort((a, b) => b.at.getTime() - a.at.getTime());
  const stays = new Set(newestFirst.slice(0, 1).map(({ id }) => id));
  const seen = new Set<string>();
  for (const { id, at } of newestFirst) {
    for (const period of periodsOf(at, plan, now)) {
      if (!seen.has(period)) stays.add(id);
      seen.add(period);
    }
  }
  return newestFirst.filter(({ id }) => !stays.has(id));
}

/** The day and the week a backup may stand for; none once it is too old for either. */
function periodsOf(at: Date, plan: BackupPlan, now: Date): string[] {
  const age = now.getTime() - at.getTime();
  const day = age < plan.keepDays * dayMs ? [dateOf(at)] : [];
  const week =
    age < plan.keepWeeks * 7 * dayMs ? [`week ${Math.floor((at.getTime() + 8 * 3_600_000) / (7 * dayMs))}`] : [];
  return [...day, ...week];
}
