import { parseArgs } from 'node:util';
import { startWords } from '#language/words/start.ts';
import { operationsWords as words } from '#language/words/operations.ts';
import { referenceSteps, sampleSteps } from '#operations/load-steps.server.ts';
import { load, unload } from '#operations/load.server.ts';
import { exitCodes } from '#platform/environment.ts';
import { UsageProblem, type Command, type Context } from '../command.ts';

const options = {
  reference: { type: 'boolean' },
  sample: { type: 'boolean' },
  'remove-sample': { type: 'boolean' },
} as const;

export const seedCommand: Command = {
  name: 'seed',
  summary: words.seedSummary,
  usage: 'seed [--reference] [--sample] | seed --remove-sample [--json]',
  async run(args, context) {
    const { values } = parseArgs({ args: [...args], options });
    if (values['remove-sample'] && (values.sample || values.reference)) throw new UsageProblem(words.removeAlone);
    return values['remove-sample'] ? removeSample(context) : loadSteps(context, values);
  },
};

/** Without an option: what is due. With one: that, again. */
async function loadSteps(context: Context, asked: { reference?: boolean; sample?: boolean }): Promise<number> {
  const again = asked.reference === true || asked.sample === true;
  const withSample = again ? asked.sample === true : context.config.sample;
  const steps = [...(asked.reference || !again ? referenceSteps : []), ...(withSample ? sampleSteps : [])];
  const loaded = await load(await context.database(), steps, {
    actor: context.actor,
    root: context.root,
    again,
    onStep: (step) => context.say(startWords.loading(step.label)),
  });
  context.say(loaded.length > 0 ? words.loadedSteps(loaded) : words.nothingToLoad);
  context.result({ loaded });
  return exitCodes.ok;
}

async function removeSample(context: Context): Promise<number> {
  await unload(await context.database(), sampleSteps, context.actor);
  context.say(words.sampleRemoved);
  context.result({ removed: sampleSteps.map((step) => step.name) });
  return exitCodes.ok;
}
