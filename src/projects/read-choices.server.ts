import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import { accounts, memberships } from '#accounts/tables.server.ts';
import { industries } from '#industries/tables.server.ts';
import type { Choice } from '#lists/list.ts';
import { organisations } from '#organisations/tables.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { units } from '#profiles/tables.server.ts';
import { divisionsCalled } from './industry.ts';
import { both } from './read-record.server.ts';

export interface ProjectFormChoices {
  readonly blocks: readonly Choice[];
  readonly units: readonly Choice[];
  readonly people: readonly Choice[];
}

/** What the form of a project of this zone lets one choose from. */
export async function formChoices(tx: Tx, zone: string): Promise<ProjectFormChoices> {
  const rows = await tx
    .select({ id: units.id, kind: units.kind, nameZh: units.nameZh, nameEn: units.nameEn })
    .from(units)
    .where(and(eq(units.zoneCode, zone), units.active))
    .orderBy(asc(units.position), asc(units.id));
  const choices = rows.map(({ id, kind, nameZh, nameEn }) => ({
    kind,
    value: String(id),
    label: both(nameZh, nameEn),
  }));
  const people = await tx
    .selectDistinct({ id: accounts.id, name: accounts.name })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(
      and(
        ...[eq(memberships.zoneCode, zone), isNull(accounts.disabledAt)],
        inArray(memberships.role, ['broker', 'publisher', 'leader', 'officer', 'editor']),
      ),
    )
    .orderBy(asc(accounts.name));
  return {
    blocks: choices.filter(({ kind }) => kind === 'block'),
    units: choices,
    people: people.map(({ id, name }) => ({ value: String(id), label: both(name, '') })),
  };
}

/** The record of the investor that a name means; undefined where none or several have it. */
export async function investorMeant(tx: Tx, text: string): Promise<number | undefined> {
  const number = /^#(\d{1,15})$/.exec(text)?.[1];
  const named = or(eq(organisations.nameZh, text), eq(organisations.nameEn, text));
  const rows = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(isNull(organisations.mergedInto), number === undefined ? named : eq(organisations.id, Number(number))))
    .limit(2);
  return rows.length === 1 ? rows[0]?.id : undefined;
}

/** The codes of GB/T 4754 that words of a form mean: codes themselves, or names of industries; what is neither is told. */
export async function industriesMeant(tx: Tx, text: string): Promise<{ codes: string[]; unknown: string | undefined }> {
  const words = [...new Set(text.normalize('NFKC').split(/[,;、\s]+/))].filter(Boolean).slice(0, 20);
  const isCode = (word: string) => /^[A-T]?\d{2,4}$/i.test(word);
  const names = words.filter((word) => !isCode(word));
  const known = names.length === 0 ? [] : await tx.select().from(industries).where(inArray(industries.nameZh, names));
  const codesOf = (word: string) =>
    isCode(word)
      ? [word.toUpperCase()]
      : (known.find(({ nameZh }) => nameZh === word)?.gbt4754 ?? divisionsCalled(word));
  return {
    codes: [...new Set(words.flatMap(codesOf))].slice(0, 8),
    unknown: words.find((word) => codesOf(word).length === 0),
  };
}
