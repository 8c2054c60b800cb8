import { expect, test } from 'vitest';
import { inRollback } from '../../tests/support/database.ts';
import { aSlip, got, monday, slipSum, slipWorld, type SlipWorld } from '../../tests/support/slips.ts';
import { slipFor } from './read.server.ts';
import { answerWithEvidence } from './write-evidence.server.ts';

const page = { title: '', address: 'https://news.example/site/1' };
const said = { today: monday, note: '现场已经开工', evidence: [page], isSolved: false };

test.each([
  [false, 'answered'],
  [true, 'solved'],
])('the unit answers at the desk with what shows it (solved: %s)', (isSolved, kind) =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    const id = await aSlip(tx, world);
    got(await answerWithEvidence(tx, world.officer, { ...said, id, isSolved }));
    const slip = await slipFor(tx, world.publisher, { id, today: monday });
    expect(slip?.events.at(-1)).toMatchObject({ kind, evidence: [{ title: page.address, address: page.address }] });
  }),
);

test.each([
  ['an address that is a script', [{ title: '', address: 'javascript:alert(1)' }], 'evidence'],
  ['a file that is none of the zone’s', [{ title: 'x', fileId: '00000000-0000-4000-8000-000000000000' }], 'file'],
  ['more than anybody looks at', Array.from({ length: 21 }, () => page), 'evidence'],
])('%s is refused beside its field', (_, evidence, field) =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    const id = await aSlip(tx, world);
    const answer = await answerWithEvidence(tx, world.officer, { ...said, id, evidence });
    expect(answer).toMatchObject({ ok: false, problems: [{ field }] });
  }),
);

const others = ['otherOfficer', 'foreigner', 'member', 'editor'] as const satisfies readonly (keyof SlipWorld)[];

test.each(others)('%s answers nothing, whatever they bring', (who) =>
  inRollback(async (tx) => {
    const world = await slipWorld(tx);
    const id = await aSlip(tx, world);
    const before = await slipSum(tx);
    expect(await answerWithEvidence(tx, world[who], { ...said, id })).toMatchObject({ ok: false });
    expect(await slipSum(tx)).toBe(before);
  }),
);
