import { articleListWords as words } from '#language/words/article-list.ts';
import { choiceCell, textCell, type SheetColumn, type SheetShape } from '#lists/sheet.ts';
import type { Choice } from '#lists/list.ts';

/** Articles as a file: what may be changed in many at once. The body is written on its own page. */
export function articleSheet(columns: readonly Choice[]): SheetShape {
  const changeable: SheetColumn[] = [
    { key: 'title_zh', title: words.titleZh, read: textCell(300) },
    { key: 'title_en', title: words.titleEn, read: textCell(300) },
    { key: 'column', title: words.column, read: choiceCell(columns) },
    { key: 'source', title: words.source, read: textCell(200) },
  ];
  return {
    columns: [
      { key: 'id', title: words.id },
      ...changeable,
      { key: 'state', title: words.state },
      { key: 'zone', title: words.zone },
      { key: 'english', title: words.english },
      { key: 'published', title: words.published },
      { key: 'updated', title: words.updated },
    ],
  };
}
