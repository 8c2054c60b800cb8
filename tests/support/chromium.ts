import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type BrowserServer } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** One browser for the whole run: named by the tester, else the system's, else the one that comes inside a package. */
export async function launchBrowser(): Promise<BrowserServer> {
  const own = process.env['CHROMIUM_PATH'] || onPath();
  // As root there is no user to lock the pages' processes into; in the container, /dev/shm is small.
  const args = ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  if (own) return chromium.launchServer({ executablePath: own, args });
  const packed = (await import('@sparticuz/chromium')).default;
  return chromium.launchServer({ executablePath: await packed.executablePath(), args: [...packed.args, ...args] });
}

function onPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
