import { expect, test } from 'vitest';
import { documentOf } from '#text/document.ts';
import { Autosave, type SavingState, type Sent } from './autosave.ts';
import { emptyText, type DraftInput, type WorkingText } from './working-copy.ts';

const text = (line: string): WorkingText => ({ ...emptyText(''), title: 't', body: documentOf([line]) });

/** A desk whose clock stands still until the test lets time pass. */
function desk(answer: (draft: DraftInput) => Sent | Promise<Sent>) {
  const sent: DraftInput[] = [];
  const states: SavingState['is'][] = [];
  let here: DraftInput | undefined;
  let due: (() => void) | undefined;
  const autosave = new Autosave(
    { lang: 'zh', version: 0, revision: 1, text: text('') },
    {
      send: async (draft) => {
        sent.push(draft);
        return answer(draft);
      },
      keepHere: (draft) => (here = draft),
      later: (work) => {
        due = work;
        return () => (due = undefined);
      },
      told: ({ is }) => states.push(is),
    },
  );
  const pass = async () => {
    const work = due;
    due = undefined;
    work?.();
    await new Promise((wake) => setTimeout(wake, 0));
  };
  return { autosave, sent, states, pass, here: () => here };
}

const kept = ({ version }: DraftInput): Sent => ({
  went: 'kept',
  kept: { kept: true, version: version + 1, revision: 1, at: '2026-11-23T01:00:00Z' },
});

test('many keystrokes are one saving, and then nothing is left in the browser', async () => {
  const { autosave, sent, states, pass, here } = desk(kept);
  autosave.change(text('一'));
  autosave.change(text('一二'));
  expect(here()?.text).toEqual(text('一二'));
  await pass();
  expect(sent.map((draft) => draft.text)).toEqual([text('一二')]);
  expect(states.at(-1)).toBe('saved');
  expect(here()).toBeUndefined();
});

test('what is typed while a saving is under way is saved after it, from where that one got to', async () => {
  const { autosave, sent, pass } = desk(async (draft) => {
    if (sent.length === 1) autosave.change(text('一二'));
    return kept(draft);
  });
  autosave.change(text('一'));
  await pass();
  await pass();
  expect(sent.map(({ version }) => version)).toEqual([0, 1]);
  expect(sent.at(-1)?.text).toEqual(text('一二'));
});

test('without a network it stays in the browser, and goes when there is one again', async () => {
  let isUp = false;
  const { autosave, states, pass, here } = desk((draft) => (isUp ? kept(draft) : { went: 'nowhere' }));
  autosave.change(text('一'));
  await pass();
  expect(states.at(-1)).toBe('offline');
  expect(here()?.text).toEqual(text('一'));
  isUp = true;
  await pass();
  expect(states.at(-1)).toBe('saved');
});

test('after a conflict nothing more is sent until a person has chosen, and nothing is lost', async () => {
  const theirs = { version: 9, revision: 1, text: text('别人'), by: '李', at: '' };
  const { autosave, sent, states, pass, here } = desk(() => ({ went: 'kept', kept: { kept: false, theirs } }));
  autosave.change(text('一'));
  await pass();
  autosave.change(text('一二'));
  await pass();
  expect(sent).toHaveLength(1);
  expect(states.at(-1)).toBe('conflict');
  expect(here()?.text).toEqual(text('一二'));
  autosave.settle(theirs, theirs.text);
  autosave.change(text('一二'));
  await pass();
  expect(sent.at(-1)?.version).toBe(9);
});

test('a closing window sends what has not been sent', () => {
  const { autosave, sent } = desk(kept);
  autosave.leave();
  expect(sent).toEqual([]);
  autosave.change(text('一'));
  autosave.leave();
  expect(sent).toHaveLength(1);
});
