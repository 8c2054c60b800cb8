import { AlignmentType, LineRuleType, type IStylesOptions } from 'docx';
import { inFont, type Font } from './fonts.ts';
import { character, line, size } from './sizes.ts';

const exactly = { line, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
const indented = { firstLine: 2 * character, firstLineChars: 200 };

function headingIn(font: Font, bold = false) {
  return {
    run: { font: inFont(font), size: size.three, bold, color: 'auto' },
    paragraph: { spacing: exactly, indent: indented, keepNext: true },
  };
}

/** A cell grows with its text. */
function cellStyle(id: string, font: Font) {
  const spacing = { line: 300, lineRule: LineRuleType.AT_LEAST };
  return { id, name: id, run: { font: inFont(font), size: size.five }, paragraph: { spacing } };
}

/** Title 2号 小标宋 in the middle, body 3号 仿宋, headings 黑体, 楷体, then 仿宋. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: inFont('body'), size: size.three, language: { value: 'en-GB', eastAsia: 'zh-CN' } },
      paragraph: { spacing: exactly },
    },
    title: {
      run: { font: inFont('heading'), size: size.two, color: 'auto' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...exactly, line: line + 120 }, keepNext: true },
    },
    heading1: headingIn('black'),
    heading2: headingIn('script'),
    heading3: headingIn('body', true),
    heading4: headingIn('body'),
  },
  paragraphStyles: [
    cellStyle('OfficialCell', 'body'),
    cellStyle('OfficialCellHeader', 'black'),
    {
      id: 'OfficialText',
      name: 'Official Text',
      quickFormat: true,
      paragraph: { spacing: exactly, indent: indented, alignment: AlignmentType.BOTH },
    },
  ],
};
