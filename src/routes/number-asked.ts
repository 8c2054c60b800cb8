/** A record's number that an address asks for; undefined for anything the database could not compare with one. */
export function numberAsked({ searchParams }: URL, name: string, digits = 15): number | undefined {
  const text = searchParams.get(name) ?? '';
  return /^\d+$/.test(text) && text.length <= digits ? Number(text) : undefined;
}
