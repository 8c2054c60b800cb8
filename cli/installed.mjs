// What is installed here, for programs that run before anything is: no dependencies, any Node from 20 on.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const installStamp = join(modules, '.yuanlian-install');
const buildStamp = join(root, 'build/.yuanlian-build');

/** The Node that the product is written for: its own from npm, or the machine's when that is new enough. */
export function findNode() {
  const own = join(modules, 'node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(own) ? own : process.execPath;
}

/**
 * How the web process runs. Node takes what memory a machine has before it tidies up; with these it stays under 300 MB on a
 * busy site, and a runaway ends at one gigabyte rather than with the machine. What lives long is about 40 MB: without spare room
 * Node would look all of it through again every few hundred pages.
 */
export const serverFlags = ['--max-semi-space-size=8', '--initial-old-space-size=64', '--max-old-space-size=1024'];
export const serverEnvironment = { NODE_ENV: 'production', NODE_NO_WARNINGS: '1', MALLOC_ARENA_MAX: '2' };

function nodeIsNewEnough() {
  return findNode() !== process.execPath || Number(process.versions.node.split('.')[0]) >= 24;
}

function hashOf(paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory())
      return readdirSync(full)
        .sort()
        .forEach((name) => visit(join(path, name)));
    hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
  };
  paths.forEach(visit);
  return hash.digest('hex');
}

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : '');
const lockHash = () => hashOf(['package.json', 'package-lock.json']);

/** `production` is enough to run; `full` has the tools for tests as well. */
export function isInstalled(kind = 'production') {
  const [hash, installed] = read(installStamp).split(' ');
  const stamped = hash === lockHash() && (kind === 'production' || installed === 'full');
  return nodeIsNewEnough() && (stamped || installedByHand(kind));
}

/** `npm ci` by hand: npm's own record, written when it has finished, holds all that the lock file asks for. */
function installedByHand(kind) {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(read(join(root, 'package-lock.json'))).packages;
  const found = JSON.parse(read(record)).packages;
  const needed = Object.entries(wanted).filter(
    ([path, entry]) =>
      path !== '' && !entry.optional && !entry.devOptional && !entry.peer && (kind === 'full' || !entry.dev),
  );
  return needed.every(([path, entry]) => found[path]?.version === entry.version);
}

export function install(kind) {
  const flags = kind === 'full' ? ['--include=dev'] : ['--omit=dev'];
  // Node and the database arrive by install scripts: a machine-wide ignore-scripts would leave neither.
  run(npmCommand(), ['ci', ...flags, '--ignore-scripts=false', '--no-audit', '--no-fund'], '安装失败 npm ci failed');
  writeFileSync(installStamp, `${lockHash()} ${kind}`);
  if (!nodeIsNewEnough())
    fail(
      'Node 24 没有装上：请检查 npm 的网络与 ignore-scripts。 Node 24 was not installed: check the network of npm and its ignore-scripts setting.',
    );
}

/** Under `npm start` npm names itself; elsewhere it is on the path. */
function npmCommand() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}

const sources = ['src', 'static', 'vite.config.ts', 'package-lock.json', 'tsconfig.json'];

export function isBuilt() {
  return existsSync(join(root, 'build/handler.js')) && read(buildStamp) === hashOf(sources);
}

export function build() {
  const before = hashOf(sources);
  sync();
  runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn'], '构建失败 The build failed');
  writeFileSync(buildStamp, before);
}

export function sync() {
  runTool('@sveltejs/kit/svelte-kit.js', ['sync'], 'svelte-kit sync failed');
}

/** Runs a tool of node_modules with our own Node, and ends when it fails. */
export function runTool(script, args, problem) {
  run(findNode(), [join(modules, script), ...args], problem);
}

/** The same for a program of ours or a tool whose failure is a result; answers whether it went well. */
export function succeeds(script, args = []) {
  const command = [fileOf(script), ...args];
  return spawnSync(findNode(), command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/** The same beside others: what it says is kept until it has ended, so that it stands together. */
export function outcomeOf(script, args) {
  const child = spawn(findNode(), [fileOf(script), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece));
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ wentWell: code === 0, said: Buffer.concat(said).toString() }));
  });
}

function fileOf(script) {
  return existsSync(join(modules, script)) ? join(modules, script) : join(root, script);
}

function run(command, args, problem) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) fail(`${problem}${error ? `: ${error.message}` : ''}`);
}

export function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(3);
}
