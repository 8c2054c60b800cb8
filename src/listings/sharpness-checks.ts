import type { TwoText } from '#language/lang.ts';
import { sharpnessWords as words } from '#language/words/sharpness.ts';
import type { Draft } from './draft.ts';
import { figuresIn, vagueIn } from './sharpness-vague.ts';
import { twoInOne } from './sharpness-split.ts';

interface Judgement {
  /** 0 to 1 of the check's points. */
  readonly share: number;
  readonly says: TwoText;
  readonly found?: readonly string[];
}

export interface Check {
  readonly key: string;
  readonly field: string;
  readonly of: number;
  readonly judge: (draft: Draft) => Judgement;
}

/** Shorter than this, a text says no more than a title does. */
const fewestCharacters = { zh: 40, en: 120 } as const;
/** Vague places from which on nothing is left of the points. */
const mostVague = 4;
const foundShown = 3;

const figure: Check = {
  key: 'figure',
  field: 'targets',
  of: 25,
  judge: (draft) => {
    const whole = draft.targets.filter(({ name, value }) => name.trim() !== '' && value !== undefined);
    const found = figuresIn(textOf(draft));
    if (whole.length > 0) return judgeUnits(whole, draft.side);
    if (found.length > 0) return { share: 0.5, says: words.figureInText, found: found.slice(0, foundShown) };
    return { share: 0, says: words.noFigure[draft.side] };
  },
};

function judgeUnits(targets: Draft['targets'], side: Draft['side']): Judgement {
  const bare = targets.filter(({ unit }) => unit.trim() === '');
  if (bare.length === 0) return { share: 1, says: words.figureGood[side] };
  return { share: 0.8, says: words.noUnit, found: bare.map(({ name }) => name).slice(0, foundShown) };
}

const told = (key: string, of: number, says: { good: TwoText; short: TwoText; missing: TwoText }): Check => ({
  key,
  field: 'body',
  of,
  judge: ({ body, lang }) => {
    const length = body.trim().length;
    if (length === 0) return { share: 0, says: says.missing };
    const share = Math.min(1, length / fewestCharacters[lang]);
    return { share, says: share < 1 ? says.short : says.good };
  },
});

const plain: Check = {
  key: 'plain',
  field: 'body',
  of: 15,
  judge: (draft) => {
    const text = textOf(draft);
    if (text.trim().length < fewestCharacters[draft.lang] / 2) return { share: 0, says: words.tooLittle };
    const found = vagueIn(text);
    if (found.length === 0) return { share: 1, says: words.plainGood };
    return { share: Math.max(0, 1 - found.length / mostVague), says: words.vague, found: found.slice(0, foundShown) };
  },
};

const oneThing: Check = {
  key: 'one-thing',
  field: 'title',
  of: 15,
  judge: ({ title, body, side }) => {
    const found = twoInOne(title, body);
    if (title.trim() === '') return { share: 0, says: words.noTitle };
    return found.length > 0
      ? { share: 0, says: words.twoInOne[side], found }
      : { share: 1, says: words.oneThingGood[side] };
  },
};

/** A field that is there or not. */
const filled = (
  field: 'conditions' | 'tried' | 'decider' | 'deadline' | 'stage' | 'proof' | 'fields',
  of: number,
): Check => ({
  key: field,
  field,
  of,
  judge: (draft) => {
    const isThere = (draft[field] ?? '').trim() !== '';
    return { share: isThere ? 1 : 0, says: isThere ? words.filled[field].good : words.filled[field].missing };
  },
});

/** Adds up to 100. */
export const needChecks: readonly Check[] = [
  figure,
  told('problem', 10, words.problem),
  plain,
  oneThing,
  filled('conditions', 10),
  filled('deadline', 10),
  filled('decider', 10),
  filled('tried', 5),
];

/** Adds up to 100. */
export const offerChecks: readonly Check[] = [
  figure,
  told('what-it-does', 15, words.whatItDoes),
  plain,
  { ...oneThing, of: 10 },
  filled('stage', 10),
  filled('proof', 15),
  filled('fields', 10),
];

function textOf({ title, summary, body, advantage, conditions }: Draft): string {
  return [title, summary, body, advantage, conditions].filter((text) => text.trim() !== '').join('\n');
}
