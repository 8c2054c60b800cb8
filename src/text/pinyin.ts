import { pinyin } from 'pinyin-pro';
import { normalise } from './normalise.ts';

function syllablesOf(text: string): string[] {
  const syllables = pinyin(normalise(text), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  return syllables.map((syllable) => syllable.replace(/[^a-z0-9]/g, '')).filter(Boolean);
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
