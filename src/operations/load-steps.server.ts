import { operationsWords as words } from '#language/words/operations.ts';
import type { LoadStep } from './load.server.ts';

// What loads is imported when it is due: an ordinary start, which has nothing to load, need not read it.

/** In the order they are loaded: reference data before what refers to it. */
export const referenceSteps: readonly LoadStep[] = [
  {
    name: 'reference',
    label: words.reference,
    folder: 'reference',
    when: 'changed',
    async load(tx, actor, folder) {
      const { loadReference } = await import('#importers/reference.server.ts');
      const outcome = await loadReference(tx, actor, folder);
      // It comes with the program, so data that does not fit is a bug, not a refusal.
      if (!outcome.ok) throw new Error(outcome.problems.map((problem) => problem.says.en).join(' '));
    },
  },
];

/** Content that shows what the product does, removable by one command. */
export const sampleSteps: readonly LoadStep[] = [
  {
    name: 'sample',
    label: words.sampleContent,
    folder: 'sample',
    when: 'once',
    async load(tx, actor, folder) {
      const { loadSample } = await import('./sample.server.ts');
      await loadSample(tx, actor, folder);
    },
    async remove(tx, actor) {
      const { removeSample } = await import('./sample.server.ts');
      await removeSample(tx, actor);
    },
  },
];
