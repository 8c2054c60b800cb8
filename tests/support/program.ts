import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';

export interface Program {
  readonly child: ChildProcess;
  readonly address: string;
  /** Everything it has said so far. */
  said(): string;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** Resolves when the site answers; throws with what was said when the program ends instead. */
  ready(): Promise<void>;
}

export interface Start {
  readonly data: string;
  readonly port: number;
  readonly script?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The program as an operator starts it. */
export function startProgram({ data, port, script = 'src/server.ts', env = {} }: Start): Program {
  const settings = {
    PORT: String(port),
    YUANLIAN_DATA: data,
    YUANLIAN_SAMPLE: 'off',
    // A test of the worker starts one itself.
    YUANLIAN_WORKER: 'off',
    LOG_LEVEL: 'error',
    LANG: 'C',
    LC_ALL: '',
  };
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...settings, NODE_ENV: 'production', NODE_NO_WARNINGS: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const said = () => chunks.join('');
  const ended = new Promise<number | string>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal ?? ''));
  });
  const address = `http://localhost:${port}`;
  return { child, address, said, ended, ready: () => untilReady(address, said, ended) };
}

async function untilReady(address: string, said: () => string, ended: Promise<unknown>): Promise<void> {
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  while (!hasEnded) {
    if ((await status(`${address}/readyz`)) === 200) return;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error(`the program ended: ${said()}`);
}

/** Status of an address; 0 when nobody answers. */
export async function status(address: string): Promise<number> {
  return fetch(address, { redirect: 'manual' }).then(
    async (response) => {
      await response.body?.cancel();
      return response.status;
    },
    () => 0,
  );
}

export async function until(holds: () => Promise<boolean> | boolean, patienceMs = 20_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('it did not come to pass');
    await new Promise((wake) => setTimeout(wake, 50));
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
