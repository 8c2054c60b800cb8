import { checkWords as words } from '#language/words/checks.ts';
import { newsWords } from '#language/words/news.ts';
import type { TwoText } from '#language/lang.ts';
import { blockText } from '#text/document.ts';
import type { Checked, CheckedEdition, Finding, Place, Severity } from './finding.ts';

interface Missing {
  readonly severity: Severity;
  readonly says: TwoText;
  readonly fix: TwoText;
  readonly where?: Place;
}

/** What is not there yet: of the article, then of each of its languages. */
export function missingFindings(article: Checked, now: Date): Finding[] {
  const missing = [...ofArticle(article, now), ...article.editions.flatMap(ofEdition)];
  return missing.map((one) => ({ kind: 'missing', confirmable: false, ...one }));
}

function ofArticle(article: Checked, now: Date): Missing[] {
  const { columnSlug, zoneCode, publishedAt, openQuestions, englishWanted, editions } = article;
  const hasEnglish = editions.some(({ lang }) => lang === 'en');
  const checks: [boolean, Missing][] = [
    [editions.length === 0, { severity: 'must', says: words.textMissing, fix: words.textMissingFix }],
    [columnSlug === null, { severity: 'must', says: words.columnMissing, fix: newsWords.columnMissing }],
    [zoneCode === null, { severity: 'must', says: words.zoneMissing, fix: newsWords.zoneMissing }],
    [openQuestions > 0, { severity: 'must', says: newsWords.questionsOpen(openQuestions), fix: words.questionsFix }],
    [publishedAt === null, { severity: 'note', says: words.timeMissing, fix: words.timeMissingFix }],
    [publishedAt !== null && publishedAt > now, { severity: 'should', says: words.timeAhead, fix: words.timeAheadFix }],
    [englishWanted && !hasEnglish, { severity: 'should', says: words.englishMissing, fix: words.englishMissingFix }],
  ];
  return checks.filter(([applies]) => applies).map(([, missing]) => missing);
}

function ofEdition(edition: CheckedEdition): Missing[] {
  const { lang, original, title, summary, source, body } = edition;
  const at = (field: NonNullable<Place['field']>): Place => ({ lang, field, offset: 0, excerpt: '' });
  const empty = body.content.every((block) => block.type !== 'figure' && blockText(block).trim() === '');
  const checks: [boolean, Missing][] = [
    [title.trim() === '', { severity: 'must', says: words.titleMissing, fix: words.titleFix, where: at('title') }],
    [empty, { severity: 'must', says: words.bodyMissing, fix: words.bodyFix, where: at('body') }],
    // A translation is from where its original is.
    [
      original && source.trim() === '',
      { severity: 'must', says: words.sourceMissing, fix: newsWords.sourceMissing, where: at('source') },
    ],
    [
      summary.trim() === '',
      { severity: 'note', says: words.summaryMissing, fix: words.summaryFix, where: at('summary') },
    ],
  ];
  return [...checks.filter(([applies]) => applies).map(([, missing]) => missing), ...picturesOf(edition)];
}

function picturesOf({ lang, body }: CheckedEdition): Missing[] {
  return body.content.flatMap((block, index): Missing[] => {
    if (block.type !== 'figure') return [];
    const { file, source, alt, caption } = block.attrs;
    const where = { lang, block: index, offset: 0, excerpt: caption.slice(0, 40) };
    const checks: [boolean, Missing][] = [
      [
        file === null && source === null,
        { severity: 'must', says: words.pictureMissing, fix: words.pictureMissingFix, where },
      ],
      [alt.trim() === '', { severity: 'should', says: words.altMissing, fix: words.altFix, where }],
    ];
    return checks.filter(([applies]) => applies).map(([, missing]) => missing);
  });
}
