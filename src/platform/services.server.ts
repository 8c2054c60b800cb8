import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './database.server.ts';
import type { Storage } from './storage.ts';
import type { Site } from './site.ts';

/** What a request may use; put together once, in `hooks.server.ts`. */
export interface Services {
  readonly config: Config;
  readonly site: Site;
  readonly database: Database;
  readonly files: Storage;
  readonly now: Clock;
}
