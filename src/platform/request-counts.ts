const bounds = [1, 5, 20, 60, 200, 500, 1_000, 5_000];

interface Count {
  requests: number;
  milliseconds: number;
  /** How many took at most as long as each bound. */
  readonly within: number[];
}

/** Requests by who answered and how it went. Plain numbers, because they are touched by every request. */
export class RequestCounts {
  readonly #counts = new Map<string, Count>();

  add(from: string, status: number, milliseconds: number): void {
    const labels = labelsOf(from, status);
    let count = this.#counts.get(labels);
    if (count === undefined) {
      count = { requests: 0, milliseconds: 0, within: bounds.map(() => 0) };
      this.#counts.set(labels, count);
    }
    count.requests += 1;
    count.milliseconds += milliseconds;
    const place = bounds.findIndex((bound) => milliseconds <= bound);
    if (place !== -1) count.within[place] = (count.within[place] ?? 0) + 1;
  }

  /** A Prometheus histogram in its text form. */
  text(): string {
    const name = 'yuanlian_http_request_duration_seconds';
    const lines = [...this.#counts].flatMap(([labels, count]) => {
      let sum = 0;
      const buckets = bounds.map((bound, place) => {
        sum += count.within[place] ?? 0;
        return `${name}_bucket{${labels},le="${bound / 1000}"} ${sum}`;
      });
      return [
        ...buckets,
        `${name}_bucket{${labels},le="+Inf"} ${count.requests}`,
        `${name}_sum{${labels}} ${count.milliseconds / 1000}`,
        `${name}_count{${labels}} ${count.requests}`,
      ];
    });
    return [`# HELP ${name} Time from request to answer.`, `# TYPE ${name} histogram`, ...lines, ''].join('\n');
  }
}

const known = new Map<string, string>();

/** Few combinations, asked for by every request. */
function labelsOf(from: string, status: number): string {
  const key = from + status;
  let labels = known.get(key);
  if (labels === undefined) {
    labels = `from="${from}",status="${Math.floor(status / 100)}xx"`;
    known.set(key, labels);
  }
  return labels;
}
