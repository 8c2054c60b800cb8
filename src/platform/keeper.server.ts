import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { boundLog } from './embedded-log.server.ts';
import { joinEmbedded, type Joined } from './embedded-use.server.ts';
import type { Log } from './log.server.ts';

/** Keeps the embedded server alive as long as this process serves. */
export interface Keeper {
  leave(): Promise<void>;
}

const logCheckMs = 10 * 60_000;

/** Takes the data folder for this process and brings the server back when it went away: killed, out of memory, disk full. */
export async function keepEmbedded(folder: string, first: Joined, log: Log): Promise<Keeper> {
  await first.claim(folder);
  const state = { joined: first, leaving: false };
  const logs = setInterval(() => {
    boundLog(first.logFile).catch((err: unknown) => log.warn({ err }, 'the log of PostgreSQL could not be shortened'));
  }, logCheckMs);
  const watch = async () => {
    while (!state.leaving) {
      await state.joined.lost;
      if (!state.leaving) state.joined = await rejoin(folder, state.joined.cluster, log);
    }
  };
  const watching = watch();
  watching.catch((err: unknown) => log.error({ err }, 'the embedded database is no longer watched'));
  return {
    leave: async () => {
      state.leaving = true;
      clearInterval(logs);
      await state.joined.leave();
    },
  };
}

async function rejoin(folder: string, cluster: string, log: Log): Promise<Joined> {
  for (let wait = 100; ; wait = Math.min(wait * 2, 10_000)) {
    try {
      log.error('the embedded database went away and is being started again');
      // A folder that has vanished, with its disk perhaps, must not be replaced by an empty database.
      if (!existsSync(join(cluster, 'PG_VERSION'))) throw new Error(`${cluster} is not there`);
      const joined = await joinEmbedded(folder);
      await joined.claim(folder);
      log.warn('the embedded database is back');
      return joined;
    } catch (err) {
      log.error({ err }, 'the embedded database did not start');
      await sleep(wait);
    }
  }
}
