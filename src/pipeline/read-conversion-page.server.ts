import type { Actor } from '#accounts/actor.ts';
import { conversionWords as words } from '#language/words/conversion.ts';
import type { TwoText } from '#language/lang.ts';
import type { Choice } from '#lists/list.ts';
import type { Tx } from '#platform/database.server.ts';
import { projectChoices } from '#projects/read-list-choices.server.ts';
import { figuresBy, figuresOf, type ConversionQuery, type Dimension, type Figures } from './conversion.ts';
import { conversionFacts } from './read-conversion.server.ts';

export interface ConversionRow {
  readonly key?: string;
  readonly name: TwoText;
  readonly figures: Figures;
}

/** The figures of each part by its name, the whole first; and what the page can be asked for. */
export async function conversionPage(tx: Tx, actor: Actor, query: ConversionQuery) {
  const { zones, blocks, industries, years } = await projectChoices(tx, actor);
  const none: Choice = { value: 'none', label: words.notGiven };
  const year = years.map((one) => ({ value: `${one}`, label: { zh: `${one}`, en: `${one}` } }));
  const choices: Readonly<Record<Dimension, readonly Choice[]>> = {
    ...{ year, zone: zones, block: [...blocks, none], industry: [...industries, none] },
  };
  const facts = await conversionFacts(tx, actor, query);
  const named = (key: string) => choices[query.by].find(({ value }) => value === key)?.label ?? { zh: key, en: key };
  const parts = figuresBy(facts, query.by).map(({ key, figures }) => ({ key, name: named(key), figures }));
  const rows: ConversionRow[] = facts.length === 0 ? [] : [{ name: words.total, figures: figuresOf(facts) }, ...parts];
  return { choices, rows };
}
