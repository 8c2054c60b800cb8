import type { Progress } from './command.ts';

/** At most this often, so that a pipe or a log is not flooded. */
const lineEveryMs = 5_000;

/** A bar redrawn in place on a terminal; elsewhere a plain line now and then, and one at the end. */
export function showProgress(stream: NodeJS.WriteStream, label: string): Progress {
  let latest = '';
  let lastLine = Date.now();
  return {
    at(done, total) {
      latest = inWords(label, done, total);
      if (stream.isTTY) stream.write(`\r\x1b[2K${latest}`);
      else if (Date.now() - lastLine > lineEveryMs) {
        stream.write(`${latest}\n`);
        lastLine = Date.now();
      }
    },
    end() {
      if (stream.isTTY) stream.write(latest === '' ? '' : '\n');
      else if (latest !== '') stream.write(`${latest}\n`);
    },
  };
}

const width = 24;

function inWords(label: string, done: number, total: number | undefined): string {
  if (!total) return `${label} ${done}`;
  const share = Math.min(1, done / total);
  const full = Math.round(share * width);
  return `${label} [${'█'.repeat(full)}${'·'.repeat(width - full)}] ${done}/${total} ${Math.floor(share * 100)}%`;
}

export const noProgress: Progress = { at: () => undefined, end: () => undefined };
