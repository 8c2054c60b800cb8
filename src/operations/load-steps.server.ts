import { loadReference } from '#importers/reference.server.ts';
import { operationsWords as words } from '#language/words/operations.ts';
import { removeSampleArticles } from '#news/write.server.ts';
import type { LoadStep } from './load.server.ts';
import { loadSampleArticles } from './sample.server.ts';

/** In the order they are loaded: reference data before what refers to it. */
export const referenceSteps: readonly LoadStep[] = [
  {
    name: 'reference',
    label: words.reference,
    folder: 'reference',
    when: 'changed',
    async load(tx, actor, folder) {
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
    load: loadSampleArticles,
    async remove(tx, actor) {
      await removeSampleArticles(tx, actor);
    },
  },
];
