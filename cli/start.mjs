// What `npm start` runs, with the machine's own Node: brings the program into shape, runs it, and ends with it.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  build,
  fail,
  findNode,
  install,
  isBuilt,
  isInstalled,
  root,
  serverEnvironment,
  serverFlags,
} from './installed.mjs';

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  fail(`需要 Node 20 或更高版本，本机是 ${process.version}。 Node 20 or newer is needed; this is ${process.version}.`);
}
try {
  if (!isInstalled()) install('production');
  if (!isBuilt()) build();
} catch (error) {
  fail(inWords(error));
}
serve();

function inWords(error) {
  const sentences = {
    ENOSPC: '磁盘已满，请腾出空间后再启动。 The disk is full: make room and start again.',
    EROFS: '磁盘是只读的，无法构建。 The disk is read-only, so the program cannot be built here.',
    EACCES: '没有权限写入程序目录。 This user may not write to the folder of the program.',
  };
  return sentences[error.code] ?? `${error.message}`;
}

function serve() {
  // The extra channel tells the server when this process is gone, even if it was killed without a word.
  const server = spawn(findNode(), [...serverFlags, join(root, 'src/server.ts')], {
    cwd: process.cwd(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...serverEnvironment, ...process.env },
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => server.kill(signal));
  server.on('message', () => {});
  server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)));
  server.on('error', (error) => fail(error.message));
  if (process.env.npm_lifecycle_event === 'start') endWithNpm(server);
}

/** npm runs us through a shell. When either was killed, nobody would ever stop the server. */
function endWithNpm(server) {
  const shell = process.ppid;
  const npm = parentOf(shell);
  setInterval(() => {
    const isOrphan = process.ppid !== shell || parentOf(shell) !== npm;
    if (isOrphan) server.kill('SIGTERM');
  }, 1000).unref();
}

/** Undefined where the system does not tell. */
function parentOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return Number(fields[1]);
  } catch {
    return undefined;
  }
}
