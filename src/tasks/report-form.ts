import type { ReportInput } from './report.ts';

/** Two for each milestone, and some. */
export const mostReportFields = 100;

/** A file that came with the form and was kept. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
}

interface Sent {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: readonly KeptFile[];
  /** What was ticked without a day was done today. */
  readonly today: string;
}

/** What a form says of a task: the verb reads it by its schema. */
export function saidIn({ fields, files, today }: Sent): Omit<ReportInput, 'task'> {
  const ticked = [...fields.keys()].flatMap((name) => {
    const id = /^tick-(\d{1,15})$/.exec(name)?.[1];
    return id === undefined ? [] : [{ milestone: Number(id), doneOn: fields.get(`day-${id}`) || today }];
  });
  const address = addressIn(fields.get('address') ?? '');
  const evidence = [
    ...files.map(({ id, name }) => ({ title: name.slice(0, 256).toWellFormed(), fileId: id })),
    ...(address === '' ? [] : [{ title: '', address }]),
  ];
  return { body: (fields.get('body') ?? '').replaceAll(/\s*\r?\n\s*/g, ' '), ticked, evidence };
}

/** An address as people type it, without its scheme too. */
function addressIn(text: string): string {
  const plain = text.trim();
  return /^[\w-]+(\.[\w-]+)+(\/|$)/.test(plain) ? `https://${plain}` : plain;
}
