import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { launchBrowser } from './chromium.ts';
import { freePort } from './program.ts';
import { siteSettings } from './site-settings.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the running site, without a trailing slash. */
    site: string;
    /** Address of its database, as its owner. */
    siteDatabase: string;
    /** Where the browser of this run listens. */
    browser: string;
  }
}

/** The built program as an operator would run it, on a data folder of its own, with sample and reference data. */
export default async function setup(project: TestProject) {
  if (!existsSync('build/client')) throw new Error('The journeys walk the built site: run `npm run build` first.');
  const folder = await mkdtemp(join(tmpdir(), 'yuanlian-site-'));
  // Closed to others, it would make the database move to a place of its own and stay there.
  await chmod(folder, 0o711);
  await writeFile(join(folder, 'site.json'), JSON.stringify(siteSettings));
  const port = await freePort();
  const site = `http://localhost:${port}`;
  let closing = false;
  const server = spawn(process.execPath, ['src/server.ts'], {
    env: { ...process.env, PORT: String(port), YUANLIAN_DATA: folder, ...settings },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  server.once('exit', (code, signal) => {
    if (!closing) process.stderr.write(`The site ended in the middle of the run: code ${code}, signal ${signal}.\n`);
  });
  await untilReady(site, server);
  const browser = await launchBrowser();
  project.provide('site', site);
  project.provide('siteDatabase', `postgresql://yuanlian@/postgres?host=${encodeURIComponent(join(folder, 'socket'))}`);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    closing = true;
    await browser.close();
    await ended(server);
    await rm(folder, { recursive: true, force: true });
  };
}

const settings = { LOG_LEVEL: 'warn', NODE_ENV: 'production', YUANLIAN_SECOND_FACTOR: 'offered' };

/** A first start loads a few thousand zones and the sample, so it may take a while. */
const patience = 120_000;

async function untilReady(site: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`the site ended with code ${server.exitCode}`);
    const ready = await fetch(`${site}/zh`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  server.kill('SIGKILL');
  throw new Error('the site did not become ready');
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  const late = setTimeout(() => server.kill('SIGKILL'), 45_000);
  await gone;
  clearTimeout(late);
}
