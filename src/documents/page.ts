import {
  AlignmentType,
  DocumentGridType,
  Footer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type ISectionPropertiesOptions,
} from 'docx';
import { inFont } from './fonts.ts';
import { line, mm, size } from './sizes.ts';

const width = mm(210);
const height = mm(297);
const footer = mm(23);

/** 28 characters to the line of 156 mm: each takes a little less room than its size. */
const grid = { type: DocumentGridType.LINES_AND_CHARS, linePitch: line, charSpace: -849 };

/** 版心 156 mm by 225 mm, the head of the page 37 mm free and the side it is bound at 28 mm. */
export const portrait: ISectionPropertiesOptions = {
  page: {
    size: { width, height },
    margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(15), footer },
  },
  grid,
};

/** The same sheet laid across: it is bound at its head. */
export const landscape: ISectionPropertiesOptions = {
  page: {
    size: { width, height, orientation: PageOrientation.LANDSCAPE },
    margin: { top: mm(28), bottom: mm(26), left: mm(35), right: mm(37), header: mm(15), footer: mm(15) },
  },
};

export const textWidth = { portrait: width - mm(28) - mm(26), landscape: height - mm(35) - mm(37) } as const;

/** The number of the page between two dashes, outside: right on odd pages, left on even ones. */
export function footers() {
  return { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) };
}

function pageNumber(alignment: 'right' | 'left'): Footer {
  const run = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    size: size.four,
    font: inFont('plain'),
  });
  const indent = alignment === AlignmentType.RIGHT ? { right: size.four * 10 } : { left: size.four * 10 };
  return new Footer({ children: [new Paragraph({ alignment, indent, children: [run] })] });
}
