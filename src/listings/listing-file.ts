/** A file of a need or an offer, as it is offered to whoever may have it. */
export interface ListingFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly url: string;
}

export const mostListingFiles = 20;
