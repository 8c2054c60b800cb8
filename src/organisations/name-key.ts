import { spokenName } from '#places/place.ts';
import { normalise } from '#text/normalise.ts';

/** A name without what does not tell one organisation from another, and the place that stood in it. */
export interface NameKey {
  readonly key: string;
  /** Leading digits of the place's code; empty where the name has none. */
  readonly place: string;
}

interface NamedPlace {
  readonly code: string;
  readonly nameZh: string;
}

const forms =
  /(?:(?:股份)?有限(?:责任)?(?:总)?公司|股份公司|集团公司|总公司|分公司|公司|集团|(?:,? ?(?:co|company|corp|corporation|inc|incorporated|limited|ltd|llc|plc|gmbh|group|holdings?)\.?)+)$/u;
const brackets = /[()[\]{}<>《》〈〉「」『』【】〔〕]/gu;
const signs = /[^\p{L}\p{N}]/gu;

/** Shorter than this, what is left of a name is a word like “university”: the place belongs to it. */
const shortest = 4;

/**
 * The name in one spelling: half width, simplified, small letters; without brackets, legal form and the place before it
 * or in brackets. 苏州市某某新材料（集团）股份有限公司 and 某某新材料有限公司 have one key, of which one names a place.
 */
export function nameKey(name: string, places: readonly NamedPlace[]): NameKey {
  const plain = normalise(name);
  const inBrackets = placeInBrackets(plain, places);
  const whole = inBrackets ? plain.replace(inBrackets.text, '') : plain;
  const body = withoutForm(whole.replace(brackets, ''));
  const { rest, place } = withoutPlace(body, places);
  const found = place || inBrackets?.place || '';
  const short = rest.replace(signs, '');
  return [...short].length >= shortest ? { key: short, place: found } : { key: body.replace(signs, ''), place: '' };
}

function withoutForm(text: string): string {
  const shorter = text.trim().replace(forms, '');
  return shorter === text || shorter === '' ? text : withoutForm(shorter);
}

function placeInBrackets(text: string, places: readonly NamedPlace[]) {
  for (const [whole, inside = ''] of text.matchAll(/\(([^()]{2,12})\)/gu)) {
    const { rest, place } = withoutPlace(inside, places);
    if (rest === '' && place !== '') return { text: whole, place };
  }
  return undefined;
}

/** Takes places off the beginning, the largest first: 江苏省苏州市相城区…. */
function withoutPlace(text: string, places: readonly NamedPlace[], place = ''): { rest: string; place: string } {
  const found = places
    .flatMap(({ code, nameZh }) => [nameZh, spokenName(nameZh)].map((name) => ({ name, code: digitsOf(code) })))
    .filter(({ name, code }) => text.startsWith(name) && code.startsWith(place) && code !== place)
    .sort((a, b) => b.name.length - a.name.length || a.code.length - b.code.length);
  const [first] = found;
  return first ? withoutPlace(text.slice(first.name.length), places, first.code) : { rest: text, place };
}

function digitsOf(code: string): string {
  return code.replace(/(00){1,2}$/, '');
}
