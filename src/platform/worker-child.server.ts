import { spawn, type ChildProcess } from 'node:child_process';
import type { Log } from './log.server.ts';

/** The worker that runs beside a web process, as its child. */
export interface WorkerChild {
  /** Lets it finish what it has in hand, and ends it when that takes longer than `limitMs`. */
  leave(limitMs: number): Promise<void>;
}

const longestPauseMs = 30_000;
/** Whoever lived this long did not fail at its start. */
const healthyMs = 60_000;

export interface Begun {
  readonly script: string;
  /** What it finds in its environment beside ours. */
  readonly env: Readonly<Record<string, string>>;
}

/** Starts a worker, and again whenever it ends unasked. */
export function watchWorker({ script, env }: Begun, log: Log): WorkerChild {
  let child: ChildProcess;
  let timer: NodeJS.Timeout | undefined;
  let isLeaving = false;
  let pauseMs = 500;
  const start = () => {
    const began = Date.now();
    // The channel ends with this process, killed or not, and the worker with the channel.
    child = spawn(process.execPath, [...process.execArgv, script], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, ...env },
    });
    child.on('error', (err) => log.error({ err }, 'the worker could not be started'));
    child.on('message', () => undefined);
    child.on('exit', (code, signal) => {
      if (isLeaving) return;
      pauseMs = Date.now() - began > healthyMs ? 500 : Math.min(pauseMs * 2, longestPauseMs);
      log.error({ code, signal, pauseMs }, 'the worker ended and is started again');
      timer = setTimeout(start, pauseMs);
    });
  };
  start();
  return {
    leave: async (limitMs) => {
      isLeaving = true;
      clearTimeout(timer);
      await endOf(child, limitMs);
    },
  };
}

async function endOf(child: ChildProcess, limitMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const cutOff = setTimeout(() => child.kill('SIGKILL'), limitMs);
  await ended;
  clearTimeout(cutOff);
}
