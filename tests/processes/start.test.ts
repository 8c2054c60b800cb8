import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '#platform/embedded-postgres.server.ts';
import { isRunning } from '#platform/running.ts';
import { freePort, startProgram, status, until, type Program, type Start } from '../support/program.ts';

let home: string;
/** A data folder as the first start leaves it; every test works on a copy. */
let prepared: string;
const programs: Program[] = [];

function start(options: Start): Program {
  const program = startProgram(options);
  programs.push(program);
  return program;
}

beforeAll(async () => {
  if (!existsSync('build/handler.js')) throw new Error('The built program is started: run `npm run build` first.');
  home = await mkdtemp(join(tmpdir(), 'yuanlian-processes-'));
  // Closed to others, it would make the database move to a place of its own and stay there.
  await chmod(home, 0o711);
  prepared = join(home, 'prepared');
  const program = start({ data: prepared, port: await freePort() });
  await program.ready();
  await stop(program);
});

afterEach(async () => {
  for (const program of programs.splice(0)) await stop(program);
});

afterAll(async () => rm(home, { recursive: true, force: true }));

async function stop(program: Program): Promise<number | string> {
  program.child.kill('SIGTERM');
  return program.ended;
}

async function copyOfData(name: string): Promise<string> {
  const data = join(home, name);
  await cp(prepared, data, { recursive: true, preserveTimestamps: true });
  if (process.getuid?.() === 0) await handBack(join(data, 'postgres'));
  return data;
}

/** A copy made by root belongs to root; the database refuses to run as root, so it goes back to who owned it. */
async function handBack(cluster: string): Promise<void> {
  const { execFileSync } = await import('node:child_process');
  execFileSync('chown', ['-R', '--reference', join(prepared, 'postgres'), cluster]);
  await chmod(cluster, 0o700);
}

async function query(data: string, text: string, values: unknown[] = []) {
  const host = encodeURIComponent(join(data, 'socket'));
  const client = new pg.Client({ connectionString: `postgresql://yuanlian@/postgres?host=${host}` });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(text, values);
  await client.end();
  return rows;
}

async function postmasterOf(data: string): Promise<number> {
  return Number((await readFile(join(data, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
}

test('a second start takes seconds and prints the address and the link for the first operator', async () => {
  const data = await copyOfData('second');
  const began = Date.now();
  const program = start({ data, port: await freePort() });
  await program.ready();
  expect(Date.now() - began).toBeLessThan(15_000);
  await until(() => program.said().includes('/setup/'));
  expect(program.said()).toContain(program.address);
  const link = /http\S+\/setup\/\S+/.exec(program.said())?.[0] ?? '';
  expect(await status(link)).toBe(200);
});

test('SIGTERM ends the program and its database, with code 0', async () => {
  const data = await copyOfData('term');
  const program = start({ data, port: await freePort() });
  await program.ready();
  expect(await postmasterOf(data)).toBeGreaterThan(0);
  expect(await stop(program)).toBe(0);
  // Not asked by its number: where nobody collects orphans, a process that has ended keeps it.
  expect(existsSync(join(data, 'postgres/postmaster.pid'))).toBe(false);
});

test('what was confirmed is there after kill -9 of everything', async () => {
  const data = await copyOfData('killed');
  const port = await freePort();
  const first = start({ data, port });
  await first.ready();
  await query(data, "insert into loaded (step, fingerprint) values ('test', 'kept')");
  const postmaster = await postmasterOf(data);
  first.child.kill('SIGKILL');
  process.kill(postmaster, 'SIGKILL');
  await first.ended;
  const second = start({ data, port });
  await second.ready();
  expect(await query(data, "select fingerprint from loaded where step = 'test'")).toEqual([{ fingerprint: 'kept' }]);
});

test('a database left running by a killed program is taken over', async () => {
  const data = await copyOfData('adopted');
  const port = await freePort();
  const first = start({ data, port });
  await first.ready();
  const postmaster = await postmasterOf(data);
  first.child.kill('SIGKILL');
  await first.ended;
  const second = start({ data, port });
  await second.ready();
  expect(await postmasterOf(data)).toBe(postmaster);
  expect(await stop(second)).toBe(0);
  expect(existsSync(join(data, 'postgres/postmaster.pid'))).toBe(false);
});

test('a second program on the same data folder is refused in a sentence, and the first goes on', async () => {
  const data = await copyOfData('shared');
  const first = start({ data, port: await freePort() });
  await first.ready();
  const second = start({ data, port: await freePort() });
  expect(await second.ended).toBe(3);
  expect(second.said().trim()).toMatch(/^Another Yuanlian process is using the data folder .*\.$/);
  expect(await status(`${first.address}/readyz`)).toBe(200);
});

test('two first starts at once: one serves, the other says why it does not', async () => {
  const data = join(home, 'race');
  const both = [start({ data, port: await freePort() }), start({ data, port: await freePort() })];
  const loser = await Promise.race(
    both.map(async (program) => ((await program.ended) === 3 ? program : Promise.reject(new Error(program.said())))),
  );
  expect(loser.said()).toContain('Another Yuanlian process');
  await both.find((program) => program !== loser)?.ready();
});

test('a taken port is said before anything is touched', async () => {
  const data = await copyOfData('port');
  const first = start({ data, port: await freePort() });
  await first.ready();
  const untouched = join(home, 'untouched');
  const second = start({ data: untouched, port: Number(new URL(first.address).port) });
  expect(await second.ended).toBe(3);
  expect(second.said()).toMatch(/^Port \d+ is taken/);
  expect(existsSync(untouched)).toBe(false);
});

test('a database of a newer program is left alone', async () => {
  const data = await copyOfData('newer');
  const server = await startEmbeddedPostgres(data);
  await query(data, "insert into schema_migration (number, name, checksum) values (9999, 'x', 'x')");
  await server.stop('fast');
  const program = start({ data, port: await freePort() });
  expect(await program.ended).toBe(3);
  expect(program.said()).toContain('newer than this program (migration 9999)');
});

test('settings are checked before anything else, a sentence for each mistake', async () => {
  const program = start({ data: '', port: 0, env: { PORT: 'x', ORIGIN: 'y', LC_ALL: 'zh_CN.UTF-8' } });
  expect(await program.ended).toBe(2);
  expect(program.said().trim().split('\n')).toHaveLength(2);
  expect(program.said()).toContain('PORT 应为');
});

test('a data folder that is a file, and a database nobody answers for, are one sentence each', async () => {
  const file = join(home, 'file');
  await writeFile(file, '');
  const onFile = start({ data: file, port: await freePort() });
  expect(await onFile.ended).toBe(3);
  expect(onFile.said().trim().split('\n')).toHaveLength(1);
  const away = start({
    data: file + '-x',
    port: await freePort(),
    env: { DATABASE_URL: 'postgres://x@127.0.0.1:1/x' },
  });
  expect(await away.ended).toBe(3);
  expect(away.said()).toContain('cannot be reached');
});

test('a folder name with spaces, commas and more Chinese than a socket path can hold is only a name', async () => {
  const data = join(home, `数据 目录, "${'很长'.repeat(30)}"`);
  await mkdir(data, { recursive: true });
  await cp(prepared, data, { recursive: true });
  if (process.getuid?.() === 0) await handBack(join(data, 'postgres'));
  const program = start({ data, port: await freePort() });
  await program.ready();
});

test('when the database dies, kept pages are still served, others say to come back, and all recovers alone', async () => {
  const data = await copyOfData('dies');
  const program = start({ data, port: await freePort() });
  await program.ready();
  const page = `${program.address}/zh`;
  await until(async () => (await status(page)) === 200);
  const postmaster = await postmasterOf(data);
  // As when a disk goes away: without its files the database cannot be started again, and no empty one takes its place.
  await rename(join(data, 'postgres'), join(data, 'away'));
  process.kill(postmaster, 'SIGKILL');
  await until(async () => (await status(`${program.address}/readyz`)) === 503);
  const answers = await Promise.all([status(page), status(`${program.address}/zh/news?year=1999`)]);
  expect(answers).toEqual([200, 503]);
  expect(existsSync(join(data, 'postgres'))).toBe(false);
  await rename(join(data, 'away'), join(data, 'postgres'));
  await until(async () => (await status(`${program.address}/zh/news?year=1998`)) === 200);
  expect(await status(`${program.address}/readyz`)).toBe(200);
});

test('when the program that started it is killed, the server ends too', async () => {
  const data = await copyOfData('orphan');
  const launcher = start({ data, port: await freePort(), script: 'cli/start.mjs' });
  await launcher.ready();
  const postmaster = await postmasterOf(data);
  launcher.child.kill('SIGKILL');
  await until(() => !isRunning(postmaster) || !existsSync(join(data, 'postgres/postmaster.pid')));
  expect(await status(`${launcher.address}/healthz`)).toBe(0);
});
