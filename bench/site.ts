import { fork, spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverEnvironment, serverFlags } from '../cli/installed.mjs';
import type { Load } from './load-client.ts';

const root = join(import.meta.dirname, '..');

export interface Site {
  readonly port: number;
  readonly pid: number;
  /** From the start of the process to the first page. */
  readonly firstPageMs: number;
  stop(): Promise<void>;
}

/** A data folder for one bench, gone afterwards. */
export async function withDataFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'yuanlian-bench-'));
  // Closed to others, it would make the database move to a place of its own and stay there.
  await chmod(folder, 0o711);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The built program, as `npm start` runs it. */
export async function startSite(folder: string, env: Readonly<Record<string, string>> = {}): Promise<Site> {
  const port = await freePort();
  const began = performance.now();
  const server = spawn(process.execPath, [...serverFlags, join(root, 'src/server.ts')], {
    env: { ...process.env, YUANLIAN_DATA: folder, PORT: String(port), ...serverEnvironment, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await firstPage(server, port);
  const firstPageMs = performance.now() - began;
  return { port, pid: server.pid ?? 0, firstPageMs, stop: () => stop(server) };
}

async function firstPage(server: ChildProcess, port: number): Promise<void> {
  while (server.exitCode === null) {
    const isThere = await fetch(`http://127.0.0.1:${port}/zh`).then(
      async (response) => (await response.text()) !== '' && response.ok,
      () => false,
    );
    if (isThere) return;
    await new Promise((wake) => setTimeout(wake, 15));
  }
  throw new Error('the site did not start');
}

function stop(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Memory of a process in MB, as the system counts it. */
export async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

export interface LoadOrder {
  readonly port: number;
  readonly paths: readonly string[];
  readonly connections: number;
  readonly milliseconds: number;
}

export async function load(order: LoadOrder): Promise<Load> {
  const client = fork(join(root, 'bench/load-client.ts'));
  const measured = new Promise<Load>((resolve, reject) => {
    client.once('message', (message) => resolve(message as Load));
    client.once('exit', (code) => (code === 0 ? undefined : reject(new Error('the load client failed'))));
  });
  client.send(order);
  return measured;
}
