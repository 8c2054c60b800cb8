import { expect, test } from 'vitest';
import { claimWords } from '#language/words/claims.ts';
import { claimForms } from './claim.ts';
import { parsed } from './parse.ts';

test('each field of a claim that is wrong is named, with the sentence of that form', () => {
  const said = { name: ' ', email: 'nobody', position: '', proof: '长'.repeat(1_001) };
  const outcome = parsed(claimForms.known, said, claimWords.wrong);
  expect(outcome).toEqual({
    ok: false,
    problems: (['position', 'proof', 'name', 'email'] as const).map((field) => ({
      field,
      says: claimWords.wrong[field],
    })),
  });
});
