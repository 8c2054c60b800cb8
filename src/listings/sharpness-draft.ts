import type { Lang } from '#language/lang.ts';
import type { Typed, TypedTarget } from './form.ts';
import type { Side } from './listing.ts';
import type { Draft } from './draft.ts';

/** What the form says just now, as the checks read it. Nothing in it has to be complete or right. */
export function draftFrom({ text, targets }: Typed, side: Side, lang: Lang): Draft {
  const said = (field: string) => text[field] ?? '';
  return {
    ...{ side, lang, title: said('title'), summary: said('summary'), body: said('body') },
    ...{ tried: said('tried'), conditions: said('conditions'), decider: said('decider') },
    ...{ advantage: said('advantage'), proof: said('proof'), fields: said('fields') },
    targets: targets.map(targetFrom),
    ...{ deadline: said('deadline') || undefined, stage: said('stage') || undefined },
  };
}

function targetFrom({ name, value, unit }: TypedTarget): Draft['targets'][number] {
  const plain = value.normalize('NFKC').replace(/[,\s]/g, '');
  const number = Number(plain);
  return { name, unit, value: plain === '' || !Number.isFinite(number) ? undefined : number };
}
