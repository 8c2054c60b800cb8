import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
import { changedChannel } from './changed.server.ts';

export interface Listener {
  /** True while notifications arrive: only then may pages be kept. */
  readonly isListening: boolean;
  end(): Promise<void>;
}

interface Hears {
  changed(tags: readonly string[]): void;
  /** Something may have been missed. */
  missed(): void;
}

const heartbeatMs = 10_000;
const tagsSchema = z.array(z.string());

/** Hears from every process which pages are no longer true, and comes back by itself when the database was away. */
export function listenForChanges(url: string, hears: Hears): Listener {
  const state = { isListening: false, ended: false, client: undefined as pg.Client | undefined };
  const loop = keepListening(url, hears, state);
  return {
    get isListening() {
      return state.isListening;
    },
    end: async () => {
      state.ended = true;
      await state.client?.end().catch(() => undefined);
      await loop;
    },
  };
}

interface State {
  isListening: boolean;
  ended: boolean;
  client: pg.Client | undefined;
}

async function keepListening(url: string, hears: Hears, state: State): Promise<void> {
  while (!state.ended) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
    state.client = client;
    // Every way for a connection to fail ends here; the reason does not matter, only that it is tried again.
    await listenOnce(client, hears, state).catch(() => undefined);
    // Pages kept so far are still sent while the database is away; nothing new is kept.
    state.isListening = false;
    if (!state.ended) await sleep(250);
  }
}

/** Returns or throws when the connection is gone. */
async function listenOnce(client: pg.Client, hears: Hears, state: State): Promise<void> {
  const gone = new Promise<void>((resolve) => client.once('end', resolve));
  client.on('error', () => undefined);
  client.on('notification', ({ payload }) => hear(payload, hears));
  await client.connect();
  await client.query(`listen ${changedChannel}`);
  // What changed before this moment was not heard.
  hears.missed();
  state.isListening = true;
  const heart = setInterval(() => void beat(client), heartbeatMs);
  await gone;
  clearInterval(heart);
}

/** A network that swallows everything looks like silence: without an answer the connection is given up. */
async function beat(client: pg.Client): Promise<void> {
  const timer = setTimeout(() => client.connection.stream.destroy(), heartbeatMs / 2);
  await client.query('select 1').catch(() => undefined);
  clearTimeout(timer);
}

function hear(payload: string | undefined, hears: Hears): void {
  try {
    hears.changed(tagsSchema.parse(JSON.parse(payload ?? '')));
  } catch {
    // A notification that cannot be read may mean anything.
    hears.missed();
  }
}
