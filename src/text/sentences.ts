/** A run of text cut out of a longer one: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

// A Latin full stop ends a sentence only before a space: not in 3.5 or example.com.
const ending = /[。！？；!?;…\n]+[”’」』）)"']*|\.(?=\s)/gu;

/** The sentences of a text, without the blanks around them. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(ending)) {
    const end = match.index + match[0].length;
    spans.push(trimmed(text, start, end));
    start = end;
  }
  spans.push(trimmed(text, start, text.length));
  return spans.filter((span) => span.end > span.start);
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
