/** Which keys each key hangs on. */
export type Needs = ReadonlyMap<string, readonly string[]>;

/** The way round from a key back to itself, if there is one: a formula may not hang on its own result. */
export function cycleFrom(key: string, needs: Needs): string[] | undefined {
  const seen = new Set<string>();
  const walk = (at: string, way: readonly string[]): string[] | undefined => {
    for (const next of needs.get(at) ?? []) {
      if (next === key) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...way, next]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(key, [key]);
}

/** Everything that hangs on these keys, in an order in which each comes after all it needs. */
export function dependentsOf(keys: readonly string[], needs: Needs): string[] {
  const touched = new Set(keys);
  for (let before = -1; before < touched.size;) {
    before = touched.size;
    for (const [key, needed] of needs) if (needed.some((one) => touched.has(one))) touched.add(key);
  }
  return inOrder(
    [...touched].filter((key) => needs.has(key)),
    needs,
  );
}

function inOrder(keys: readonly string[], needs: Needs): string[] {
  const wanted = new Set(keys);
  const done = new Set<string>();
  const visit = (key: string): void => {
    if (done.has(key) || !wanted.has(key)) return;
    done.add(key);
    for (const needed of needs.get(key) ?? []) visit(needed);
    sorted.push(key);
  };
  const sorted: string[] = [];
  for (const key of keys) visit(key);
  return sorted;
}
