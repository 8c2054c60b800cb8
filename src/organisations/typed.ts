/** The form of an organisation as somebody filled it in. */
export interface OrganisationTyped {
  readonly text: Readonly<Record<string, string>>;
  readonly industries: readonly string[];
}
