import { readConfig } from '#platform/config.ts';
import type { Database } from '#platform/database.server.ts';
import type { Services } from '#platform/services.server.ts';
import { openStorage } from '#platform/storage-open.server.ts';
import { siteSchema } from '#platform/site.ts';

/** What a job may use, with these settings. */
export function servicesWith(database: Database, environment: Readonly<Record<string, string>> = {}): Services {
  const config = readConfig(environment);
  if (!config.ok) throw new Error(config.problems.map(({ says }) => says.en).join('\n'));
  const files = openStorage(config.value.files);
  return { config: config.value, site: siteSchema.parse({}), database, files, now: () => new Date() };
}

/** A first try of some job. */
export const firstRun = { id: '1', attempt: 1, isLastAttempt: false, signal: new AbortController().signal };
