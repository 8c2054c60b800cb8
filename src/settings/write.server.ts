import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { commandLine, isOperator, type Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { accountWords } from '#language/words/accounts.ts';
import { settingsWords as words } from '#language/words/settings.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { readSite } from '#platform/site.server.ts';
import { siteSchema, type Site } from '#platform/site.ts';
import { keptSite, type KeptSite } from './read.server.ts';
import { settingProblems } from './setting.ts';
import { siteSettings } from './tables.server.ts';

export interface SiteInput {
  /** The version that was in the form: a change of somebody else in between is not overwritten. */
  readonly version: number;
  readonly site: z.input<typeof siteSchema>;
}

/** Says what the site is called, who runs it and how to reach them, for every page at once. */
export async function saveSite(tx: Tx, actor: Actor, input: SiteInput): Promise<Outcome<{ version: number }>> {
  if (!isOperator(actor)) return refused({ says: accountWords.notYours });
  const parsed = siteSchema.safeParse(input.site);
  if (!parsed.success) return refused(...settingProblems(parsed.error));
  await lockTable(tx);
  const kept = await keptSite(tx);
  if (kept && kept.version !== input.version) return refused({ field: 'version', says: words.changedMeanwhile });
  return keepChanged(tx, actor, { kept, site: parsed.data });
}

async function keepChanged(tx: Tx, actor: Actor, { kept, site }: { kept: KeptSite | undefined; site: Site }) {
  const changes = changesBetween<Site>(kept?.site, site);
  if (kept && Object.keys(changes).length === 0) return done({ version: kept.version });
  return keep(tx, actor, { site, version: (kept?.version ?? 0) + 1, changes });
}

/** At the first start of an installation `site.json` becomes the settings; afterwards it is not looked at. */
export async function beginSite(database: Database, dataFolder: string): Promise<Outcome<Site>> {
  const kept = await keptSite(database.db);
  if (kept) return done(kept.site);
  const file = await readSite(dataFolder);
  if (!file.ok) return file;
  return database.inTransaction(commandLine, async (tx) => {
    await lockTable(tx);
    // Another process was first.
    const now = await keptSite(tx);
    if (now) return done(now.site);
    const changes = changesBetween<Site>(undefined, file.value);
    await keep(tx, commandLine, { site: file.value, version: 1, changes });
    return done(file.value);
  });
}

/** One after the other, also while there is no row to lock. */
async function lockTable(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('site_setting'))`);
}

interface Keeping {
  readonly site: Site;
  readonly version: number;
  readonly changes: ReturnType<typeof changesBetween>;
}

async function keep(tx: Tx, actor: Actor, { site, version, changes }: Keeping) {
  const row = { settings: site, version, setBy: actor.id, setAt: new Date() };
  await tx.insert(siteSettings).values(row).onConflictDoUpdate({ target: siteSettings.onlyOne, set: row });
  await remember(tx, actor, { kind: 'site', record: 'site', action: 'settings', changes });
  await notifyChanged(tx, ['site']);
  return done({ version });
}
