import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { commandLine, type Membership } from '#accounts/actor.ts';
import { addAccount } from '#accounts/write.server.ts';
import { openDatabase } from '#platform/database.server.ts';
import { freePort, startProgram, type Program } from '../support/program.ts';

export const [here, there] = ['32101026', '34101001'] as const;
export const password = 'a password that no log may show';

const people: Readonly<Record<string, Membership>> = {
  editor: { role: 'editor', zone: here },
  publisher: { role: 'publisher', zone: here },
  'other-editor': { role: 'editor', zone: there },
  operator: { role: 'operator' },
};

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly ms: number;
}

export interface Asked {
  readonly method?: string;
  /** Whose session goes along. */
  readonly as?: string;
  readonly headers?: Record<string, string>;
  /** Sent as a form is. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** The real program on a database of its own, with people and their sessions. */
export interface AbusedSite {
  readonly port: number;
  readonly home: string;
  readonly program: Program;
  readonly database: pg.Client;
  /** What no log may hold; tests add what they come to know. */
  readonly secrets: Set<string>;
  token(person: string): string;
  ask(path: string, asked?: Asked): Promise<Answer>;
  article(state: string, zone?: string): Promise<number>;
  stop(): Promise<void>;
}

export async function startAbusedSite(): Promise<AbusedSite> {
  const home = await mkdtemp(join(tmpdir(), 'yuanlian-abuse-'));
  await chmod(home, 0o711);
  const port = await freePort();
  // What is received goes here first, so that nobody else's uploads are looked at.
  const env = { LOG_LEVEL: 'debug', TMPDIR: home, YUANLIAN_SAMPLE: 'on' };
  const program = startProgram({ data: join(home, 'data'), port, env });
  await program.ready();
  const socket = encodeURIComponent(join(home, 'data/socket'));
  const url = `postgresql://yuanlian@/postgres?host=${socket}`;
  await addPeople(url);
  const database = new pg.Client({ connectionString: url });
  await database.connect();
  const secrets = new Set([password]);
  const token = (person: string) => `${person}-session`.padEnd(43, '-');
  for (const person of Object.keys(people)) {
    await enter(database, person, token(person));
    secrets.add(token(person));
  }
  const stop = async () => {
    await database.end();
    program.child.kill('SIGTERM');
    await program.ended;
    await rm(home, { recursive: true, force: true });
  };
  const ask = (path: string, asked: Asked = {}) => send({ port, path, token }, asked);
  const article = (state: string, zone: string = here) => addArticle(database, state, zone);
  return { port, home, program, database, secrets, token, ask, article, stop };
}

async function addPeople(url: string): Promise<void> {
  const database = openDatabase(url, 1);
  await database.inTransaction(commandLine, async (tx) => {
    for (const [name, membership] of Object.entries(people))
      await addAccount(tx, commandLine, {
        account: { name, email: `${name}@zone.example`, password },
        membership,
      });
  });
  await database.close();
}

async function enter(database: pg.Client, person: string, token: string): Promise<void> {
  await database.query(
    `insert into session (token_hash, account_id, last_seen_at, expires_at)
      select $1, id, now() + interval '1 minute', now() + interval '1 day' from account where email = $2`,
    [createHash('sha256').update(token).digest(), `${person}@zone.example`],
  );
}

async function addArticle(database: pg.Client, state: string, zone: string): Promise<number> {
  const { rows } = await database.query<{ id: string }>(
    `insert into article (state, zone_code, column_slug) values ($1, $2, 'text') returning id`,
    [state, zone],
  );
  await database.query(
    `insert into edition (article_id, lang, title, source, body, body_text, original) values ($1, 'zh', '产业规划发布', '园区办',
      '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"正文。"}]}]}', '正文。', true)`,
    [rows[0]?.id],
  );
  await database.query(
    `insert into edition_revision (article_id, lang, revision, title, source, body, actor)
      select article_id, lang, revision, title, source, body, 'account:1' from edition where article_id = $1`,
    [rows[0]?.id],
  );
  return Number(rows[0]?.id);
}

interface Where {
  readonly port: number;
  readonly path: string;
  readonly token: (person: string) => string;
}

/** Sends the path as it is: a URL parser would tidy up what is being tested. */
function send({ port, path, token }: Where, { method, as, headers, fields, body }: Asked): Promise<Answer> {
  const began = performance.now();
  const content = fields ? new URLSearchParams(fields).toString() : body;
  const all = {
    accept: 'text/html',
    ...(as !== undefined && { cookie: `yuanlian-session=${token(as)}` }),
    ...(content !== undefined && { origin: `http://localhost:${port}` }),
    ...(fields && { 'content-type': 'application/x-www-form-urlencoded' }),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const sending = {
      port,
      path,
      method: method ?? (content === undefined ? 'GET' : 'POST'),
      headers: all,
      agent: false,
    };
    const sent = request({ ...sending, host: 'localhost', maxHeaderSize: 1024 ** 2 }, (response) => {
      const chunks: Buffer[] = [];
      response.on('error', reject);
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
          ms: performance.now() - began,
        }),
      );
    });
    sent.on('error', reject);
    sent.end(content);
  });
}

/** So many at once, each as soon as one before it is done. */
export async function eachOf<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of waiting) await work(item);
    }),
  );
}
