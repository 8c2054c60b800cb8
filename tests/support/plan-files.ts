import { Document, HeadingLevel, LevelFormat, Packer, Paragraph } from 'docx';
import exceljs from 'exceljs';

const numbers = [/^[一二三]、/, /^（[一二三]）/, /^\d\. /];

/** A plan as an office writes it, in a file of its own: the numbers of its lines are left to Word. */
export function planDocument([title = '', ...lines]: readonly string[]): Promise<Buffer> {
  const counted = lines.map((line) => {
    const at = numbers.findIndex((shape) => shape.test(line));
    const deep = ([0, 1, 2] as const).find((one) => one === at);
    return [deep, deep === undefined ? line : line.replace(numbers[deep] ?? '', '')] as const;
  });
  return countedDocument(title, counted);
}

const levels = [
  [LevelFormat.CHINESE_COUNTING, '%1、'],
  [LevelFormat.CHINESE_COUNTING, '（%2）'],
  [LevelFormat.DECIMAL, '%3.'],
] as const;

/** The same in a file whose numbers Word counts: each paragraph says only how deep it stands, headings as headings. */
export function countedDocument(
  title: string,
  lines: readonly (readonly [deep: 0 | 1 | 2 | undefined, text: string])[],
) {
  const numbering = {
    config: [
      { reference: 'plan', levels: levels.map(([format, text], level) => ({ ...{ level, format, text }, start: 1 })) },
    ],
  };
  const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, undefined];
  const children = lines.map(([level, text]) => {
    const heading = level === undefined ? undefined : headings[level];
    const counted = level === undefined ? {} : { numbering: { reference: 'plan', level } };
    return new Paragraph({ text, ...counted, ...(heading ? { heading } : {}) });
  });
  return Packer.toBuffer(new Document({ numbering, sections: [{ children: [new Paragraph(title), ...children] }] }));
}

/** A task list as an office keeps it: a heading over the whole width, then its titles, and a row of totals. */
export async function taskList(title: string, rows: readonly (readonly (string | number)[])[]): Promise<Buffer> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('任务清单');
  const width = rows[0]?.length ?? 1;
  sheet.addRow([title]);
  sheet.mergeCells(1, 1, 1, width);
  for (const row of rows) sheet.addRow([...row]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** What the plan of an industry says in a year, and the task list that goes with it. */
export function testingPlan(year: number) {
  const title = '检验检测产业集群建设实施方案';
  const first = '建成检验检测中试基地';
  const document = [
    `${title}（${year - 1}—${year + 1}年）`,
    '为加快产业集群建设，制定本方案。',
    '一、主要目标',
    `到${year + 1}年，检验检测服务业产值达到350亿元。`,
    '二、重点任务',
    '（一）做强检验检测产业',
    `1. ${first}。${year + 1}年6月底前，${first}并投用。（责任单位：检测产业局）`,
    `2. 引进检测机构。${year + 1}年底前引进检测机构10家。（责任单位：检测招商局）`,
  ];
  const rows = [
    ['序号', '重点任务', '责任单位', '完成时限'],
    [1, '出台检测设备共享办法', '检测产业局', `${year + 1}年3月底`],
    [2, '举办检测产业对接会', '检测招商局', `${year + 1}年9月底`],
    ['合计', 2, '', ''],
  ] as const;
  return { title, first, document, rows };
}
