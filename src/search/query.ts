import { normalise } from '#text/normalise.ts';

/** A query taken apart: what to look for, word for word, and what not. Everything is normalised. */
export interface Query {
  /** The whole query as one text, for comparing with names. */
  readonly text: string;
  /** Runs of text between blanks, outside quotes. */
  readonly runs: readonly string[];
  /** What stood in quotes, to be found exactly so. */
  readonly phrases: readonly string[];
  /** What stood behind a minus sign. */
  readonly without: readonly string[];
}

/** Longer queries are cut: nobody types more, and every character costs. */
export const longestQuery = 200;

// A quotation in the middle of a sentence is no command: a phrase stands by itself.
const part = /(?<=^|\s)(-?)"([^"]+)(?:"(?=\s|$)|$)|(?<=^|\s)-(\S+)|(\S+)/gu;
const hasWord = /[\p{L}\p{N}]/u;

/** Reads a query. Any text is a query; one without a letter or digit just finds nothing. */
export function parseQuery(typed: string): Query {
  const query = { runs: [] as string[], phrases: [] as string[], without: [] as string[] };
  for (const match of plainQuotes(typed).matchAll(part)) {
    const [, minus, quoted, excluded] = match;
    const text = (match.slice(2).find(Boolean) ?? '').replaceAll('"', ' ').trim();
    if (!hasWord.test(text)) continue;
    if (minus || excluded) query.without.push(text);
    else if (quoted) query.phrases.push(text);
    else query.runs.push(...text.split(' '));
  }
  return { ...query, text: [...query.runs, ...query.phrases].join(' ') };
}

/** All the marks that people quote with become one, and a dash that stands for a minus becomes a minus. */
function plainQuotes(typed: string): string {
  const short = typed.slice(0, longestQuery).replace(/[\u0000-\u001f]/g, ' ');
  return normalise(short)
    .replace(/[“”„«»「」『』]/gu, '"')
    .replace(/(?<=^|\s)[−–—](?=\S)/gu, '-');
}
