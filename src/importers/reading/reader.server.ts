import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { maxMillisecondsAFile, maxReaderHeapMegabytes, maxReaderResidentMegabytes } from '../limits.ts';
import type { Entries } from '../entry.ts';
import { refuse, type Recognition, type Refusal } from '../page.ts';
import type { Listing } from './archive.server.ts';
import type { Answer, Ask, Item } from './messages.ts';

/** How often a reader's memory is looked at: buffers are not counted by the limit of the heap. */
const watchEvery = 200;

/** One reader process, started when it is needed and started again when a file has ended it. */
export class Reader {
  private readonly mayRead: readonly string[];
  private readonly milliseconds: number;
  private child: Promise<ChildProcess> | undefined;

  /** `mayRead` are the files and folders being imported; a reader sees nothing else outside the program. */
  constructor(mayRead: readonly string[], milliseconds = maxMillisecondsAFile) {
    this.mayRead = mayRead;
    this.milliseconds = milliseconds;
  }

  /** One recognition for each item, in order. The item that ends the process is refused, the rest goes on. */
  async read(items: readonly Item[]): Promise<Recognition[]> {
    const results: Recognition[] = [];
    while (results.length < items.length) {
      const rest = items.slice(results.length);
      const failure = await this.ask({ kind: 'read', items: rest }, (answer) => {
        if (answer.kind === 'read') results.push(answer.recognition);
        return results.length === items.length;
      });
      if (failure) results.push(refuse(failure));
    }
    await this.refresh();
    return results;
  }

  async list(path: string): Promise<Listing> {
    let listing: Listing | undefined;
    const failure = await this.ask({ kind: 'list', path }, (answer) => {
      if (answer.kind === 'list') listing = answer.listing;
      return true;
    });
    return listing ?? { ok: false, refusal: failure ?? 'brokenArchive' };
  }

  /** The articles that a feed or a list page points to. */
  async entries(path: string, address: string): Promise<Entries> {
    let entries: Entries | undefined;
    const failure = await this.ask({ kind: 'entries', path, address }, (answer) => {
      if (answer.kind === 'entries') entries = answer.entries;
      return true;
    });
    return entries ?? { ok: false, refusal: failure ?? 'crashed' };
  }

  async close(): Promise<void> {
    const child = await this.child?.catch(() => undefined);
    this.child = undefined;
    child?.kill('SIGKILL');
  }

  /** What one batch left behind must not be held against the next. */
  private async refresh(): Promise<void> {
    const child = await this.child;
    if (child && residentMegabytes(child) > maxReaderResidentMegabytes / 2) await this.close();
  }

  /** Sends a question and takes answers until `take` says that it was the last; else the reason why none came. */
  private async ask(question: Ask, take: (answer: Answer) => boolean): Promise<Refusal | undefined> {
    this.child ??= start(this.mayRead);
    const child = await this.child;
    const failure = await new Promise<Refusal | undefined>((finish) => {
      let since = Date.now();
      const onAnswer = (answer: Answer) => {
        since = Date.now();
        if (take(answer)) end(undefined);
      };
      const onExit = () => end('crashed');
      const watch = setInterval(() => {
        if (Date.now() - since > this.milliseconds) end('tooSlow');
        else if (residentMegabytes(child) > maxReaderResidentMegabytes) end('tooMuchMemory');
      }, watchEvery);
      const end = (outcome: Refusal | undefined) => {
        clearInterval(watch);
        child.off('message', onAnswer).off('exit', onExit);
        finish(outcome);
      };
      child.on('message', onAnswer).on('exit', onExit);
      child.send(question, (error) => (error ? end('crashed') : undefined));
    });
    if (failure) await this.close();
    return failure;
  }
}

/** Megabytes of memory the process really holds, where the system tells (Linux); else none. */
function residentMegabytes(child: ChildProcess): number {
  try {
    const pages = readFileSync(`/proc/${child.pid}/statm`, 'utf8').split(' ')[1];
    return (Number(pages) * 4096) / 2 ** 20;
  } catch {
    // Another system, or the process has just ended: the limits of heap and time still hold.
    return 0;
  }
}

function start(mayRead: readonly string[]): Promise<ChildProcess> {
  // By its name in the package: what runs is the source, also when this function comes from the build.
  const program = fileURLToPath(import.meta.resolve('#importers/reading/reader-process.server.ts'));
  const root = resolve(dirname(program), '../../..');
  const paths = [
    join(root, 'src', '*'),
    join(root, 'package.json'),
    join(realpathSync(join(root, 'node_modules')), '*'),
  ];
  const child = fork(program, [], {
    execArgv: [
      `--max-old-space-size=${maxReaderHeapMegabytes}`,
      '--permission',
      ...[...paths, ...mayRead].map((path) => `--allow-fs-read=${path}`),
    ],
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr?.on('data', (data: Buffer) => {
    complaint = (complaint + data.toString()).slice(-2000);
  });
  return new Promise((done, fail) => {
    child.once('message', () => done(child));
    child.once('error', fail);
    child.once('exit', () => fail(new Error(`a reader does not start: ${complaint}`)));
  });
}
