import { pinyin } from 'pinyin-pro';
import { normalise } from './normalise.ts';

/** The same few thousand names and words come again and again; a look-up costs a hundredth of a conversion. */
const known = new Map<string, readonly string[]>();
const mostKnown = 50_000;

function syllablesOf(text: string): readonly string[] {
  const held = known.get(text);
  if (held !== undefined) return held;
  const syllables = pinyin(normalise(text), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  const plain = syllables.map((syllable) => syllable.replace(/[^a-z0-9]/g, '')).filter(Boolean);
  if (known.size >= mostKnown) known.clear();
  known.set(text, plain);
  return plain;
}

/** Full pinyin without tones, in one piece: 相城 → `xiangcheng`. Letters and digits stay. */
export function pinyinOf(text: string): string {
  return syllablesOf(text).join('');
}

/** First letters: 相城经开区 → `xcjkq`. */
export function initialsOf(text: string): string {
  return syllablesOf(text)
    .map((syllable) => syllable.charAt(0))
    .join('');
}
