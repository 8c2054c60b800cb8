import { blockText } from '#text/document.ts';
import { linkFindings } from './check-links.ts';
import { missingFindings } from './check-missing.ts';
import { nameFindings } from './check-names.ts';
import { personalFindings } from './check-personal.ts';
import { wordFindings } from './check-words.ts';
import type { Against, Checked, CheckedEdition, Finding, Passage, Severity } from './finding.ts';

type Finder = (passage: Passage, against: Against) => Finding[];

const finders: readonly Finder[] = [personalFindings, nameFindings, wordFindings];
const gravity: Readonly<Record<Severity, number>> = { must: 0, should: 1, note: 2 };

/** Everything there is to say of an article before it is published, the gravest first. */
export function findingsOf(article: Checked, against: Against): Finding[] {
  const passages = article.editions.flatMap(passagesOf);
  const found = [
    ...missingFindings(article, against.now),
    ...article.editions.flatMap(linkFindings),
    ...passages.flatMap((passage) => finders.flatMap((find) => find(passage, against))),
  ];
  return found.sort((a, b) => gravity[a.severity] - gravity[b.severity]);
}

function passagesOf({ lang, title, summary, body }: CheckedEdition): Passage[] {
  const blocks = body.content.flatMap((block, index): Passage[] => [
    { lang, block: index, text: blockText(block) },
    ...(block.type === 'figure' ? [{ lang, block: index, text: block.attrs.alt }] : []),
  ]);
  const all: Passage[] = [{ lang, field: 'title', text: title }, { lang, field: 'summary', text: summary }, ...blocks];
  return all.filter(({ text }) => text !== '');
}
