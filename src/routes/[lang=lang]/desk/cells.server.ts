/** The texts of a form by their names; what is a file is not among them. */
export function cellsSent(form: FormData): Record<string, string> {
  const texts = [...form].flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : []));
  return Object.fromEntries(texts);
}
