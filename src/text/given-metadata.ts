/** What comes with a text from outside it: a record's fields, a page's head. */

/** What a record or a page says about its article; null where it says nothing. */
export interface GivenMetadata {
  readonly id: string | null;
  readonly title: string | null;
  /** ISO day. */
  readonly publishedAt: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
}

export const nothingGiven: GivenMetadata = { id: null, title: null, publishedAt: null, outlet: null, url: null };
