import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine, type Actor } from '#accounts/actor.ts';
import type { Database } from '#platform/database.server.ts';
import { documentOf } from '#text/document.ts';
import { cloneTemplate } from '../../tests/support/database.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { setPlacement } from './write-placement.server.ts';
import { answerQuestions } from './write-answers.server.ts';
import { saveImportedArticle } from './write-import.server.ts';
import { publishArticle } from './write-publish.server.ts';

const [here, there] = ['32101026', '34101001'];
let database: Database;

beforeAll(async () => {
  database = await cloneTemplate();
  await database.inTransaction(commandLine, async (tx) => void (await twoZones(tx)));
});
afterAll(() => database.close());

const editorOf = (...zones: string[]): Actor => ({
  ...{ id: `account:${zones.join()}`, name: 'e' },
  memberships: zones.map((zone) => ({ role: 'editor', zone })),
});

type Page = readonly [address: string, zoneCode: string | null, text?: string];

async function imported(actor: Actor, ...[address, zoneCode, text = '正文。']: Page) {
  const outcome = await database.allOrNothing(actor, (tx) =>
    saveImportedArticle(tx, actor, {
      ...{ sourceAddress: address, contentHash: text, columnSlug: 'text', zoneCode, cityCode: null },
      publishedAt: new Date('2024-02-01T01:30:00Z'),
      edition: { lang: 'zh', title: '产业政策', source: '商务部', body: documentOf([text]) },
    }),
  );
  if (!outcome.ok) throw new Error(outcome.problems.map(({ says }) => says.en).join());
  return outcome.value;
}

test('a page that another zone holds, as a draft or in public, becomes an article of its own; each is known again by its zone', async () => {
  const page = 'https://ministry.example/policy';
  const theirs = await imported(editorOf(there), page, there);
  const ours = await imported(editorOf(here), page, here);
  expect(ours).toMatchObject({ result: 'draft' });
  expect(ours.id).not.toBe(theirs.id);
  await database.allOrNothing(commandLine, (tx) => publishArticle(tx, commandLine, theirs.id));
  expect(await imported(editorOf(here), page, here)).toEqual({ id: ours.id, result: 'unchanged' });
  expect(await imported(editorOf(there), page, there)).toEqual({ id: theirs.id, result: 'unchanged' });
  expect(await imported(commandLine, page, here)).toEqual({ id: ours.id, result: 'unchanged' });
});

test('what an operator imported without a zone is known again, before and after somebody said where it belongs', async () => {
  const page = 'https://ministry.example/unplaced';
  const first = await imported(commandLine, page, null);
  expect(await imported(commandLine, page, null)).toEqual({ id: first.id, result: 'unchanged' });
  const answers = { articleId: first.id, zoneCode: here };
  await database.allOrNothing(commandLine, (tx) => answerQuestions(tx, commandLine, answers));
  expect(await imported(commandLine, page, null)).toEqual({ id: first.id, result: 'unchanged' });
});

test('a zone holds a page once: an article from it is not moved to where there is one already, and is told so', async () => {
  const page = 'https://ministry.example/moved';
  await imported(editorOf(here), page, here);
  const other = await imported(editorOf(there), page, there, '另一份。');
  const both = editorOf(here, there);
  const refusal = { ok: false, problems: [{ field: 'zone', says: { en: expect.stringContaining('already') } }] };
  const place = { articleId: other.id, zoneCode: here, columnSlug: 'text', publishedAt: null };
  expect(await database.allOrNothing(both, (tx) => setPlacement(tx, both, place))).toMatchObject(refusal);
  const answers = { articleId: other.id, zoneCode: here };
  expect(await database.allOrNothing(both, (tx) => answerQuestions(tx, both, answers))).toMatchObject(refusal);
});
