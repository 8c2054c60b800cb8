/** One task waits for another. */
export type Edge = readonly [task: number, needs: number];

/** The shortest way along the edges from a task back to itself; undefined where nobody waits in a circle. */
export function wayBetween(edges: readonly Edge[], start: number): number[] | undefined {
  const next = Map.groupBy(edges, ([task]) => task);
  const cameFrom = new Map<number, number>();
  const line = [start];
  for (const at of line) {
    for (const [, to] of next.get(at) ?? []) {
      if (to === start) return wayTo(at, cameFrom, start);
      if (cameFrom.has(to)) continue;
      cameFrom.set(to, at);
      line.push(to);
    }
  }
  return undefined;
}

function wayTo(last: number, cameFrom: ReadonlyMap<number, number>, start: number): number[] {
  const way = [start];
  for (let at: number | undefined = last; at !== undefined && at !== start; at = cameFrom.get(at)) way.unshift(at);
  return [start, ...way];
}
