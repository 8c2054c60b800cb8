import { Document, Packer, Paragraph } from 'docx';
import exceljs from 'exceljs';

/** A plan as an office writes it, in a file of its own. */
export function planDocument(lines: readonly string[]): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children: lines.map((text) => new Paragraph(text)) }] }));
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
