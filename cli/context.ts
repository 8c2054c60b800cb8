import { join } from 'node:path';
import { commandLine } from '#accounts/actor.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfig, type Config } from '#platform/config.ts';
import { done, type Outcome } from '#platform/outcome.ts';
import { terminalLang } from '#platform/terminal.ts';
import { openStore, type Store } from '#platform/store.server.ts';
import type { Context } from './command.ts';
import { noProgress, showProgress } from './progress.ts';

export interface OpenContext extends Context {
  /** Closes the database, and stops the embedded one when nobody else uses it. */
  close(): Promise<void>;
}

const root = join(import.meta.dirname, '..');

/** Everything a command may use, or what is wrong with the settings. Nothing is opened yet. */
export function openContext(json: boolean): Outcome<OpenContext> {
  const config = readConfig(process.env);
  return config.ok ? done(contextFrom(config.value, json)) : config;
}

function contextFrom(config: Config, json: boolean): OpenContext {
  const lang = terminalLang(process.env);
  let store: Promise<Store> | undefined;
  return {
    config,
    lang,
    json,
    root,
    actor: commandLine,
    now: systemClock,
    database: async () => {
      store ??= openStore(config, join(root, 'migrations'));
      return (await store).database;
    },
    progress: (label) => (json ? noProgress : showProgress(process.stderr, label[lang])),
    say: (text) => void (json || process.stdout.write(`${text[lang]}\n`)),
    complain: (text) => void process.stderr.write(`${text[lang]}\n`),
    result: (value) => void (json && process.stdout.write(`${JSON.stringify(value)}\n`)),
    close: async () => {
      const opened = await store?.catch(() => undefined);
      await opened?.close();
    },
  };
}
