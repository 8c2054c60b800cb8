import type { TwoText } from '#language/lang.ts';

/** The form of an organisation as somebody filled it in. */
export interface OrganisationTyped {
  readonly text: Readonly<Record<string, string>>;
  readonly industries: readonly string[];
}

interface Discipline {
  readonly code: string;
  readonly name: TwoText;
}

/** Disciplines as their field shows them; a comma within a name would part it in two when it is read again. */
export function disciplinesTyped(named: readonly Discipline[]): string {
  return named.map(({ code, name }) => `${code} ${name.zh.replaceAll(/[、，,;；]/g, ' ')}`).join('、');
}
