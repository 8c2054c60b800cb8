import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneTemplate } from '../../tests/support/database.ts';
import { commandLine } from '#accounts/actor.ts';
import type { Database } from '#platform/database.server.ts';
import { isDue, load, unload, type LoadStep } from './load.server.ts';

let database: Database;
let folder: string;
beforeAll(async () => {
  database = await cloneTemplate();
  folder = await mkdtemp(join(tmpdir(), 'yuanlian-load-'));
  await writeFile(join(folder, 'a.csv'), 'a\n');
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const words = { zh: '内容', en: 'content' };

function counting(name: string, when: LoadStep['when']) {
  const counts = { loaded: 0, removed: 0 };
  const step: LoadStep = {
    name,
    label: words,
    folder: basename(folder),
    when,
    load: async () => void (counts.loaded += 1),
    remove: async () => void (counts.removed += 1),
  };
  return { counts, step };
}

const loading = () => ({ actor: commandLine, root: dirname(folder) });

test('what has changed is loaded again, and nothing else', async () => {
  const { counts, step } = counting('changing', 'changed');
  expect(await isDue(database, [step], dirname(folder))).toBe(true);
  expect(await load(database, [step], loading())).toEqual(['changing']);
  expect(await load(database, [step], loading())).toEqual([]);
  expect(await isDue(database, [step], dirname(folder))).toBe(false);
  await writeFile(join(folder, 'a.csv'), 'b\n');
  expect(await isDue(database, [step], dirname(folder))).toBe(true);
  await load(database, [step], loading());
  expect(counts.loaded).toBe(2);
});

test('two processes that start at once load once', async () => {
  const { counts, step } = counting('twice', 'once');
  await Promise.all([load(database, [step], loading()), load(database, [step], loading())]);
  expect(counts.loaded).toBe(1);
});

test('the sample stays away once it was removed, until it is asked for', async () => {
  const { counts, step } = counting('sample', 'once');
  await load(database, [step], loading());
  await unload(database, [step], commandLine);
  expect(await load(database, [step], loading())).toEqual([]);
  expect(await load(database, [step], { ...loading(), again: true })).toEqual(['sample']);
  expect(counts).toEqual({ loaded: 2, removed: 1 });
});

test('a step that fails leaves nothing behind and is due again', async () => {
  const { step } = counting('broken', 'once');
  const failing = { ...step, load: () => Promise.reject(new Error('no')) };
  await expect(load(database, [failing], loading())).rejects.toThrow('no');
  expect(await load(database, [step], loading())).toEqual(['broken']);
});
