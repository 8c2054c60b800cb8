import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forgotten } from './races.ts';
import { password, type AbusedSite } from './site.ts';

const formulas = ['=1+1', '+1+cmd', '-1+1', '@sum(1)', '\t=1', ' =1', '＝1', '=HYPERLINK("http://evil.example")'];

/** Signing in, seen from outside. */
export function signInCases(site: () => AbusedSite): void {
  test('the link for a new password has the host of the site, whatever the request says', async () => {
    const evil = {
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
      'x-original-host': 'evil.example',
    };
    const path = await forgotten(site(), 'editor@zone.example', evil);
    expect(path).toMatch(/^\/zh\/reset\//);
    const { rows } = await site().database.query<{ body: string }>('select body from mail where body is not null');
    expect(rows.filter(({ body }) => body.includes('evil.example'))).toEqual([]);
  });

  test.each<[string, string]>([
    ['a list', 'email[]=editor@zone.example'],
    ['an operator of a query', 'email[$ne]=x'],
    ['two addresses', 'email=editor@zone.example&email=evil@evil.example'],
    ['two in one', 'email=editor%40zone.example%2Cevil%40evil.example'],
    ['a line break', 'email=editor%40zone.example%0d%0aBcc:evil%40evil.example'],
    ['a display name', 'email=%22editor%40zone.example%22+%3Cevil%40evil.example%3E'],
    ['a full-width sign', 'email=evil%EF%BC%A0evil.example'],
    ['an address with two signs', 'email=a%40b%40zone.example'],
    ['500 kB', `email=${'a'.repeat(500_000)}`],
    ['nothing', ''],
  ])('a new password asked with %s writes to nobody else', async (_what, body) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await site().ask('/zh/forgotten', { body, headers })).status).toBeLessThan(500);
    const { rows } = await site().database.query(`select from mail where to_address like '%evil%'`);
    expect(rows).toEqual([]);
  });

  test.each<[string, string]>([
    ['1 MB of password', 'a'.repeat(900_000)],
    ['NUL', `${password}\0`],
    ['a space before', ` ${password}`],
    ['capitals', password.toUpperCase()],
    ['its first half', password.slice(0, 16)],
  ])('%s is not the password, and is said so at once', async (_what, typed) => {
    const answer = await site().ask('/zh/sign-in', { fields: { email: 'publisher@zone.example', password: typed } });
    expect(answer.status).toBe(400);
    expect(answer.ms).toBeLessThan(5_000);
  });

  test('an address that is forged opens no new tries', async () => {
    const statuses: number[] = [];
    for (let number = 0; number < 10; number++) {
      const headers = { 'x-forwarded-for': `203.0.113.${number}`, 'x-real-ip': `203.0.113.${number}` };
      const fields = {
        email: number % 2 ? 'Operator@zone.example' : ' operator@ZONE.example ',
        password: `guess ${number}`,
      };
      const answer = await site().ask('/zh/sign-in', { fields, headers });
      statuses.push(answer.status);
    }
    const right = await site().ask('/zh/sign-in', { fields: { email: 'operator@zone.example', password } });
    expect([...new Set(statuses)]).toEqual([400]);
    expect([400, 429]).toContain(right.status);
  });

  test('a session that was ended opens nothing any more', async () => {
    const answer = await site().ask('/zh/sign-out', { as: 'other-editor', fields: {} });
    expect(answer.status).toBe(303);
    expect((await site().ask('/zh/desk', { as: 'other-editor' })).headers.location).toContain('/sign-in');
  });
}

/** What leaves the program by other ways: files and the log. The log is looked at last. */
export function secretCases(site: () => AbusedSite): void {
  test.each(formulas)('a title %j is text in every file that goes out', async (title) => {
    const id = await site().article('draft');
    await site().database.query('update edition set title = $1 where article_id = $2', [title, id]);
    const { body } = await site().ask('/zh/desk/articles/export?format=csv', { as: 'editor' });
    const cells = body.split(/[\r\n,]+/).map((cell) => cell.replace(/^"/, ''));
    expect(cells.filter((cell) => /^\s*[=+@＝\t]|^-[^\d]/.test(cell) || /^-1\+/.test(cell))).toEqual([]);
    expect(body).toContain(title.trim().replaceAll('"', '""'));
  });

  test.each<[string, Record<string, string>]>([
    ['a line break', { 'user-agent': 'x\\r\\n{"level":"fatal","msg":"forged"}' }],
    ['colours', { 'user-agent': 'x [31mforged' }],
    ['JSON', { 'user-agent': '","msg":"forged' }],
  ])('a name of a browser with %s forges no line of the log', async (_what, headers) => {
    await site().ask('/zh/sign-in', { fields: { email: 'nobody@zone.example', password: 'wrong' }, headers });
    const lines = site()
      .program.said()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(lines.filter((line) => !isJson(line) || line.includes('forged'))).toEqual([]);
  });

  test('nothing secret of this whole run stands in the log of the program or of the database', async () => {
    const logs = [site().program.said(), ...(await filesBelow(join(site().home, 'data')))];
    expect(site().secrets.size).toBeGreaterThan(8);
    for (const secret of site().secrets) {
      expect(logs.filter((log) => log.includes(secret)).map((log) => around(log, secret))).toEqual([]);
    }
  });
}

function isJson(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}

const around = (log: string, secret: string) => log.slice(Math.max(0, log.indexOf(secret) - 200), log.indexOf(secret));

/** Every log in the data folder. */
async function filesBelow(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const logs = names.filter((name) => /\.log$|(^|\/)logfile$/.test(name));
  return Promise.all(logs.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')));
}
