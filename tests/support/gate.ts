import type { Gate } from '#accounts/gate.server.ts';
import { openGate } from '#accounts/open-gate.server.ts';
import { profileOf } from '#accounts/password-profile.ts';
import type { Opening } from '#accounts/session.server.ts';
import { readConfig } from '#platform/config.ts';
import type { Database } from '#platform/database.server.ts';

export const gateOrigin = 'https://zone.example';

/** The way in to a test database, with the settings of an operator who set what is given here. */
export function testGate(database: Database, set: Readonly<Record<string, string>> = {}): Promise<Gate> {
  const config = readConfig({ ORIGIN: gateOrigin, ...set });
  if (!config.ok) throw new Error(config.problems.map((problem) => problem.says.en).join('\n'));
  return openGate(database, config.value, { zh: '园联', en: 'Yuanlian' });
}

/** How a test begins a session by itself. */
export function opening(now: Date): Opening {
  return { method: 'password', profile: profileOf('asvs'), from: { network: '198.51.100.1', browser: '' }, now };
}
