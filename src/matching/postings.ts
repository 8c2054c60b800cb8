/** Which documents hold a term and how weightily, four bytes each: 24 bits for the document, 8 for the weight of 0 to 1. */
export interface Postings {
  add(document: number, weight: number): void;
  /** Adds `factor` times the weight to the score of each document. */
  addTo(scores: Float32Array, factor: number): void;
}

export const mostDocuments = 2 ** 24;

export function createPostings(): Postings {
  let packed = new Uint32Array(4);
  let used = 0;
  return {
    add(document, weight) {
      if (used === packed.length) {
        const wider = new Uint32Array(Math.ceil(used * 1.5));
        wider.set(packed);
        packed = wider;
      }
      packed[used] = document * 256 + Math.max(1, Math.round(Math.min(1, weight) * 255));
      used += 1;
    },
    addTo(scores, factor) {
      const step = factor / 255;
      for (let place = 0; place < used; place += 1) {
        const one = packed[place] ?? 0;
        const document = one >>> 8;
        scores[document] = (scores[document] ?? 0) + (one & 255) * step;
      }
    },
  };
}
