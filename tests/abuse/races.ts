import { expect, test } from 'vitest';
import { password, type AbusedSite, type Answer } from './site.ts';

const many = 12;

export function raceCases(site: () => AbusedSite): void {
  const at = async (id: number, as: string): Promise<string> => {
    const { body } = await site().ask(`/zh/desk/articles/${id}/review`, { as });
    return /name="seen" value="([^"]*)"/.exec(body)?.[1] ?? '';
  };
  const step = (id: number, name: string, { as = 'publisher', ...fields }: Record<string, string>): Promise<Answer> =>
    site().ask(`/zh/desk/articles/${id}/review?/${name}`, { as, fields: { confirmed: 'on', ...fields } });
  const state = async (id: number): Promise<string> => {
    const { rows } = await site().database.query<{ state: string }>('select state from article where id = $1', [id]);
    return rows[0]?.state ?? '';
  };

  test('of many who publish at once from one page, one does', async () => {
    const id = await site().article('draft');
    const seen = await at(id, 'publisher');
    const answers = await Promise.all(Array.from({ length: many }, () => step(id, 'publish', { seen })));
    expect(sorted(answers)).toEqual([303, ...Array.from({ length: many - 1 }, () => 409)]);
    expect(await state(id)).toBe('published');
    expect(await deeds(site(), id, 'publish')).toBe(1);
  });

  test('publishing and throwing away at once: one of them wins', async () => {
    const id = await site().article('draft');
    const seen = await at(id, 'publisher');
    const answers = await Promise.all([step(id, 'publish', { seen }), step(id, 'remove', { seen })]);
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(await state(id)).toBe(answers[0]?.status === 303 ? 'published' : 'removed');
  });

  test('withdrawing twice and publishing again at once never ends between two states', async () => {
    const id = await site().article('draft');
    await step(id, 'publish', { seen: await at(id, 'publisher') });
    const seen = await at(id, 'publisher');
    const fields = { seen, reason: '数据有误', reasonEn: 'Wrong figures' };
    const answers = await Promise.all([
      step(id, 'withdraw', fields),
      step(id, 'publish', { seen }),
      step(id, 'withdraw', fields),
    ]);
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(await state(id)).toBe('withdrawn');
  });

  test('a form from before a change is refused, and says that things have changed', async () => {
    const id = await site().article('draft');
    const seen = await at(id, 'publisher');
    await step(id, 'submit', { seen, as: 'editor' });
    expect((await step(id, 'publish', { seen })).status).toBe(409);
    expect(await state(id)).toBe('in_review');
  });

  test.each(['publish', 'schedule', 'withdraw', 'restore', 'sendBack'])(
    'an editor takes no step of a publisher: %s',
    async (name) => {
      const id = await site().article('draft');
      const seen = await at(id, 'editor');
      const { status } = await step(id, name, { seen, note: 'x', reason: 'x', at: '2099-01-01 00:00', as: 'editor' });
      expect([403, 404, 409, 422]).toContain(status);
      expect(await state(id)).toBe('draft');
    },
  );

  test('of many who save from the same text, one does and the others are shown it', async () => {
    const id = await site().article('draft');
    const save = (title: string) =>
      site().ask(`/zh/desk/articles/${id}?/save`, {
        as: 'editor',
        fields: { lang: 'zh', version: '0', revision: '1', title, source: '园区办', plain: title, madeHow: 'human' },
      });
    const answers = await Promise.all(Array.from({ length: many }, (_, number) => save(`第 ${number} 稿`)));
    expect(sorted(answers)).toEqual([200, ...Array.from({ length: many - 1 }, () => 409)]);
    const { rows } = await site().database.query(
      'select from edition_revision where article_id = $1 and revision = 2',
      [id],
    );
    expect(rows).toHaveLength(1);
  });

  test('an invitation that is accepted many times at once makes one account', async () => {
    const path = await invited(site(), 'newcomer@zone.example');
    const fields = { name: '新人', email: 'newcomer@zone.example', password };
    const answers = await Promise.all(Array.from({ length: many }, () => site().ask(`${path}?/create`, { fields })));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    const { rows } = await site().database.query(`select from account where email = 'newcomer@zone.example'`);
    expect(rows).toHaveLength(1);
  });

  test('a link for a new password that is used many times at once works once', async () => {
    const path = await forgotten(site(), 'other-editor@zone.example');
    const answers = await Promise.all(
      Array.from({ length: 4 }, (_, number) => site().ask(path, { fields: { password: `${password} ${number}` } })),
    );
    for (let number = 0; number < 4; number++) site().secrets.add(`${password} ${number}`);
    expect(sorted(answers)).toEqual([200, 400, 400, 400]);
  });

  test('the first operator’s link, sent many times at once, is dead where there is an operator', async () => {
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        site().ask(`/zh/setup/${'x'.repeat(43)}`, { fields: { name: 'x', email: 'x@zone.example', password } }),
      ),
    );
    expect(sorted(answers)).toEqual([400, 400, 400, 400]);
  });
}

const sorted = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort((one, other) => one - other);

async function deeds({ database }: AbusedSite, id: number, action: string): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*)::int from history where kind = 'article' and record = $1 and action = $2`,
    [String(id), action],
  );
  return rows[0]?.count ?? -1;
}

/** The path of the link in the newest mail to somebody. */
export async function linkTo(site: AbusedSite, email: string, page: string): Promise<string> {
  const { rows } = await site.database.query<{ body: string }>(
    'select body from mail where to_address = $1 and body is not null order by id desc limit 1',
    [email],
  );
  const [path = '', token = ''] = new RegExp(`/zh/${page}/([\\w-]+)`).exec(rows[0]?.body ?? '') ?? [];
  if (token !== '') site.secrets.add(token);
  return path;
}

export async function invited(site: AbusedSite, email: string): Promise<string> {
  const fields = { email, name: '新人', lang: 'zh', role: 'editor', zone: '32101026' };
  await site.ask('/zh/desk/platform/invitations?/invite', { as: 'operator', fields });
  return linkTo(site, email, 'invitation');
}

export async function forgotten(
  site: AbusedSite,
  email: string,
  headers: Record<string, string> = {},
): Promise<string> {
  await site.ask('/zh/forgotten', { fields: { email }, headers });
  for (let tries = 0; tries < 40; tries++) {
    const path = await linkTo(site, email, 'reset');
    if (path !== '') return path;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  return '';
}
