import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine, theSystem } from '#accounts/actor.ts';
import { addAccount } from '#accounts/write.server.ts';
import { saveImportedArticle } from '#news/write-import.server.ts';
import { notify } from '#notifications/write.server.ts';
import { openDatabase, type Database } from '#platform/database.server.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform/embedded-postgres.server.ts';
import { queueMail } from '#platform/mail.server.ts';
import { isRunning } from '#platform/running.ts';
import { documentOf } from '#text/document.ts';
import { startMailServer, type MailServer } from '../support/mail-server.ts';
import { freePort, startProgram, status, until, type Program } from '../support/program.ts';

const password = 'correct horse battery';
const email = 'op@zone.example';

let home: string;
let server: EmbeddedPostgres;
let database: Database;
let mail: MailServer;
let webs: [Program, Program];
const children: ChildProcess[] = [];

async function startWeb(name: string, port?: number): Promise<Program> {
  const data = join(home, name);
  const program = startProgram({ data, port: port ?? (await freePort()), env: { DATABASE_URL: server.url } });
  children.push(program.child);
  await program.ready();
  return program;
}

function startWorker(): ChildProcess {
  const settings = {
    DATABASE_URL: server.url,
    YUANLIAN_DATA: join(home, 'worker'),
    YUANLIAN_SMTP: mail.url,
    YUANLIAN_MAIL_FROM: 'Yuanlian <no-reply@zone.example>',
    ORIGIN: 'https://zone.example',
    LOG_LEVEL: 'error',
    NODE_NO_WARNINGS: '1',
  };
  const child = spawn(process.execPath, ['src/worker.ts'], { env: { ...process.env, ...settings }, stdio: 'inherit' });
  children.push(child);
  return child;
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'yuanlian-several-'));
  await chmod(home, 0o711);
  server = await startEmbeddedPostgres(join(home, 'database'), { fsync: 'off', synchronous_commit: 'off' });
  mail = await startMailServer();
  const first = await startWeb('one');
  webs = [first, await startWeb('two')];
  database = openDatabase(server.url, 3);
  await database.inTransaction(commandLine, (tx) =>
    addAccount(tx, commandLine, { account: { name: 'op', email, password }, membership: { role: 'operator' } }),
  );
});

afterAll(async () => {
  for (const child of children) await ended(child, 'SIGTERM');
  await database.close();
  await mail.close();
  await server.stop('fast');
  await rm(home, { recursive: true, force: true });
});

interface Form {
  readonly fields: Record<string, string>;
  readonly cookie?: string;
}

async function post(program: Program, path: string, { fields, cookie = '' }: Form): Promise<Response> {
  return fetch(program.address + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: program.address, cookie },
    body: new URLSearchParams(fields),
  });
}

async function signIn(program: Program): Promise<string> {
  const answer = await post(program, '/zh/sign-in', { fields: { email, password } });
  return answer.headers.getSetCookie().join(';').split(';')[0] ?? '';
}

/** An article that an import could not place. */
async function draft(title: string): Promise<number> {
  const saved = await database.inTransaction(commandLine, (tx) =>
    saveImportedArticle(tx, commandLine, {
      sourceAddress: `https://zone.example/${title}`,
      contentHash: title,
      columnSlug: 'text',
      zoneCode: null,
      cityCode: null,
      publishedAt: new Date(),
      questions: [{ field: 'zone', found: '', candidates: [] }],
      edition: { lang: 'zh', title, source: '园区办', body: documentOf(['正文。']) },
    }),
  );
  if (!saved.ok) throw new Error(saved.problems[0]?.says.en);
  return saved.value.id;
}

async function shows(program: Program, text: string): Promise<boolean> {
  return (await (await fetch(`${program.address}/zh/news`)).text()).includes(text);
}

test('signed in on one, published on the other, new on both at once', async () => {
  const [one, two] = webs;
  const cookie = await signIn(one);
  const article = await draft('两个进程');
  expect([await shows(one, '两个进程'), await shows(two, '两个进程')]).toEqual([false, false]);
  const zone = (await database.db.execute<{ code: string }>(sql`select code from zone limit 1`)).rows[0]?.code ?? '';
  const answer = await post(two, '/zh/desk/questions', {
    fields: { article: String(article), zone, publish: 'on' },
    cookie,
  });
  expect(answer.status).toBe(200);
  const began = Date.now();
  await until(async () => (await shows(one, '两个进程')) && (await shows(two, '两个进程')), 1_000);
  expect(Date.now() - began).toBeLessThan(1_000);
});

test('with two workers every mail leaves once', async () => {
  const workers = [startWorker(), startWorker()];
  const letters = Array.from({ length: 40 }, (_, number) => ({
    to: `reader-${number}@example.cn`,
    lang: 'zh' as const,
    subject: `第 ${number} 封`,
    text: '正文',
  }));
  await database.inTransaction(theSystem, (tx) => queueMail(tx, ...letters));
  await until(() => mail.received.length >= 40);
  await new Promise((wake) => setTimeout(wake, 3_000));
  const readers = mail.received.map((raw) => /^To: (\S+)/m.exec(raw)?.[1]);
  expect(readers).toHaveLength(40);
  expect(new Set(readers).size).toBe(40);
  for (const worker of workers) await ended(worker, 'SIGTERM');
});

test('what a killed worker had in hand is done by the next one, and nothing is lost', async () => {
  await database.db.execute(sql`delete from pgboss.job`);
  mail.received.length = 0;
  mail.hold();
  const first = startWorker();
  await database.inTransaction(theSystem, (tx) =>
    queueMail(tx, { to: 'held@example.cn', lang: 'zh', subject: '被打断', text: '正文' }),
  );
  await until(() => mail.held > 0);
  await ended(first, 'SIGKILL');
  mail.release();
  // In the meantime the database is not blocked by what the dead worker had locked.
  await until(async () => {
    const { rows } = await database.db.execute<{ tries: number }>(
      sql`select tries from mail where to_address = 'held@example.cn' for update skip locked`,
    );
    return rows.length === 1;
  });
  startWorker();
  await until(() => mail.received.length > 0, 110_000);
  expect(mail.received).toHaveLength(1);
}, 140_000);

test('a scheduled job begins once, however many workers there are', async () => {
  const name = 'sweep-mail';
  await database.db.execute(sql`update pgboss.schedule set cron = '0 0 1 1 *' where name = ${name}`);
  startWorker();
  // A worker that starts brings the schedules of its code.
  await until(async () => {
    const { rows } = await database.db.execute(
      sql`select from pgboss.schedule where name = ${name} and cron <> '0 0 1 1 *'`,
    );
    return rows.length === 1;
  });
  await database.db.execute(sql`delete from pgboss.job where name = ${name}`);
  await database.db.execute(sql`update pgboss.schedule set cron = '* * * * *' where name = ${name}`);
  const runs = async () => {
    const { rows } = await database.db.execute<{ minute: string; count: number }>(
      sql`select date_trunc('minute', created_on) as minute, count(*)::int as count
        from pgboss.job where name = ${name} group by 1`,
    );
    return rows;
  };
  await until(async () => (await runs()).length >= 2, 150_000);
  expect((await runs()).map(({ count }) => count)).toEqual([1, 1]);
}, 170_000);

test('a killed web process blocks nobody, and is there again with everything that was confirmed', async () => {
  const [one, two] = webs;
  const cookie = await signIn(one);
  const account = await database.db.execute<{ id: number }>(sql`select id::int from account where email = ${email}`);
  const id = account.rows[0]?.id ?? 0;
  const text = { zh: '请审核', en: 'Please review' };
  await database.inTransaction(theSystem, (tx) =>
    notify(tx, { accounts: [id], kind: 'review', text, path: '/desk/articles' }),
  );
  await ended(one.child, 'SIGKILL');
  const page = await fetch(`${two.address}/zh/desk/notifications`, { headers: { cookie } });
  expect(await page.text()).toContain('请审核');
  const again = await startWeb('one', Number(new URL(one.address).port));
  expect(await status(`${again.address}/readyz`)).toBe(200);
});

test('a worker ends with the web process that started it, and comes back when it alone is killed', async () => {
  const program = startProgram({
    data: join(home, 'parent'),
    port: await freePort(),
    env: { DATABASE_URL: server.url, YUANLIAN_WORKER: 'on' },
  });
  children.push(program.child);
  await program.ready();
  const worker = () => childOf(program.child.pid ?? 0);
  await until(async () => (await worker()) !== undefined);
  const first = (await worker()) ?? 0;
  process.kill(first, 'SIGKILL');
  await until(async () => ![undefined, first].includes(await worker()));
  const second = (await worker()) ?? 0;
  await ended(program.child, 'SIGKILL');
  await until(() => !isRunning(second), 30_000);
});

/** The first child of a process, as the system tells. */
async function childOf(pid: number): Promise<number | undefined> {
  const { readFile } = await import('node:fs/promises');
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return Number(text.trim().split(' ')[0]) || undefined;
}
