import { isOperator, zonesAs, type Actor, type Role } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import { deskWords as words } from '#language/words/desk.ts';
import type { Db } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { resolveZone, zonesNamed } from '#zones/read.server.ts';

export interface ZoneChoice {
  readonly code: string;
  readonly name: TwoText;
}

/** The zones a person writes for, to choose from; empty for an operator, who names any zone in words. */
export async function ownZones(
  db: Db,
  actor: Actor,
  roles: readonly Role[] = ['editor', 'publisher'],
): Promise<ZoneChoice[]> {
  if (isOperator(actor)) return [];
  const named = await zonesNamed(db, zonesAs(actor, roles));
  return named.map(({ code, name }) => ({ code, name }));
}

/** The zone that is meant by a code or a name, when it is only one. */
export async function zoneMeant(db: Db, text: string): Promise<Outcome<string>> {
  if (/^\d{8}$/.test(text)) return done(text);
  const matches = await resolveZone(db, text);
  if (!matches) return refused({ field: 'zone', says: words.zoneUnknown(text) });
  const [only, ...others] = matches.zones;
  if (only && others.length === 0) return done(only.code);
  const names = (lang: 'zh' | 'en') => matches.zones.map(({ name, code }) => `${name[lang]} (${code})`);
  const says = { zh: words.zoneUnclear(names('zh').join('、')).zh, en: words.zoneUnclear(names('en').join(', ')).en };
  return refused({ field: 'zone', says });
}
