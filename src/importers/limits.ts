/** What one import may cost. Every number is a promise to the machine; the sentence says what it protects. */

const mebibyte = 1024 * 1024;

/** A page, text or Word file larger than this is no news article; reading it would only cost memory. */
export const maxFileBytes = 20 * mebibyte;

/** A ZIP is read entry by entry, so it may be larger than one file. */
export const maxArchiveBytes = 2048 * mebibyte;

/** What all entries of one ZIP may unpack to together: a bomb announces itself here. */
export const maxUnpackedBytes = 4096 * mebibyte;

/** What the XML parts of one Word file may unpack to: they are held in memory together. */
export const maxWordBytes = 64 * mebibyte;

/** An entry that shrinks by more than this is built to explode, not to inform. */
export const maxCompressionRatio = 500;

/** More entries than any site's yearly export; each costs a row in the report. */
export const maxArchiveEntries = 200_000;

/** Parts of one Word file. */
export const maxWordParts = 5_000;

/** Paragraphs of one Word file whose numbers are counted out: more than the schema of a body has blocks. */
export const maxNumberedParagraphs = 10_000;

/** Folders inside folders. */
export const maxFolderDepth = 40;

/** Elements inside elements: readers below walk the tree by calling themselves, and this keeps the stack shallow. */
export const maxElementDepth = 800;

/** One file may keep a reader busy this long; then the reader is ended and the file refused. */
export const maxMillisecondsAFile = 15_000;

/** The heap of one reader process. */
export const maxReaderHeapMegabytes = 384;

/** Files sent to a reader at once: few enough to be redone cheaply, many enough that messages cost nothing. */
export const filesABatch = 16;

/** Blocks of one article: what the schema of the body allows. */
export const maxBlocks = 5_000;

/** Pieces of text between two changes of style in one paragraph: what the schema allows. */
export const maxInlines = 2_000;

/** What one reader process may hold altogether, buffers included; looked at from outside while it works. */
export const maxReaderResidentMegabytes = 900;
